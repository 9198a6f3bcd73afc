"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { auth } from "../auth/auth-client.ts";
import { settle } from "../auth/settle.ts";
import { settingsText } from "../text/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { describeBrowser } from "./describe-browser.ts";
import { Part } from "./parts.tsx";

const { sessions: text } = settingsText.security;

/** Where a person is signed in; each can be ended from here. */
export function SessionsPart() {
  const client = useQueryClient();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ["sessions"] });
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async () => {
      const [all, current] = await Promise.all([settle(auth.listSessions()), settle(auth.getSession())]);
      return all.map((session) => ({ ...session, isCurrent: session.token === current?.session.token }));
    },
  });
  const revoke = useMutation({ mutationFn: (token: string) => settle(auth.revokeSession({ token })), onSuccess: refresh });
  const revokeOthers = useMutation({ mutationFn: () => settle(auth.revokeOtherSessions()), onSuccess: refresh });
  const error = sessions.error ?? revoke.error ?? revokeOthers.error;
  return (
    <Part
      title={text.title}
      about={text.text}
      aside={
        (sessions.data?.length ?? 0) > 1 ? (
          <Button disabled={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
            {text.revokeOthers}
          </Button>
        ) : undefined
      }
    >
      {error ? <Problem error={error} /> : null}
      <ul className="divide-y divide-line">
        {sessions.data?.map(({ id, token, userAgent, ipAddress, createdAt, isCurrent }) => (
          <li key={id} className="flex items-center gap-3 py-2 text-sm">
            <span className="flex-1">
              {describeBrowser(userAgent ?? "") ?? text.unknown}
              <span className="block text-xs text-muted">
                {ipAddress ? `${ipAddress}, ` : ""}
                {text.since} <RelativeTime at={new Date(createdAt).toISOString()} />
              </span>
            </span>
            {isCurrent ? (
              <Badge tone="good">{text.current}</Badge>
            ) : (
              <Button size="sm" disabled={revoke.isPending} onClick={() => revoke.mutate(token)}>
                {text.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
