"use client";
import { CircleCheck } from "lucide-react";
import { connectionsText as text } from "../text/connections.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { Spinner } from "../ui/spinner.tsx";
import type { Authorization } from "./use-authorization.ts";
import { useTestConnection } from "./use-connections.ts";

/** Tests a connection and signs in with it again, and says what came of either. */
export function ConnectionCheck({
  workspace,
  alias,
  isOAuth,
  authorization,
  onAuthorize,
}: {
  readonly workspace: string;
  readonly alias: string;
  readonly isOAuth: boolean;
  readonly authorization: Authorization;
  readonly onAuthorize: () => void;
}) {
  const test = useTestConnection(workspace);
  const isWaiting = authorization.state === "waiting";
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => test.mutate(alias)} disabled={test.isPending || isWaiting}>
          {text.test}
        </Button>
        {isOAuth ? (
          <Button onClick={onAuthorize} disabled={isWaiting}>
            {authorization.state === "idle" ? text.reauthorize : text.authorize}
          </Button>
        ) : null}
        {test.isPending ? <Spinner label={text.testing} /> : null}
      </div>
      {isWaiting ? (
        <div className="flex flex-col gap-1 text-sm text-muted">
          <Spinner label={text.waiting} />
          {authorization.url === undefined ? null : (
            <a href={authorization.url} target="_blank" rel="noreferrer" className="text-accent underline-offset-2 hover:underline">
              {text.reopen}
            </a>
          )}
        </div>
      ) : null}
      {authorization.state === "failed" ? <Problem error={authorization.error} onRetry={onAuthorize} /> : null}
      {test.error ? <Problem error={test.error} /> : null}
      {test.data && !test.data.ok ? <Problem error={new Error(test.data.message)} /> : null}
      {test.data?.ok ? (
        <output className="flex items-center gap-1.5 text-sm text-good">
          <CircleCheck aria-hidden className="size-4" />
          {text.works(test.data.account)}
        </output>
      ) : null}
    </div>
  );
}
