"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useId } from "react";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { aiSettingsQuery } from "../../api/workspace-lists.ts";
import { formatDuration } from "../../runs/format.ts";
import { useSession } from "../../shell/session-context.tsx";
import { aiSettingsText } from "../../text/ai-settings.ts";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { cn } from "../../ui/cn.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { usageKey } from "./usage-key.ts";

const { model: text } = aiSettingsText;

/** Asks the model for one word, and shows what came of it below the buttons. */
export function TestModel({
  isDirty,
  canTest,
  children,
}: {
  readonly isDirty: boolean;
  readonly canTest: boolean;
  readonly children: ReactNode;
}) {
  const { workspace } = useSession();
  const client = useQueryClient();
  const note = useId();
  const test = useMutation({
    mutationFn: () => api("POST /api/ai/settings/test", {}),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: aiSettingsQuery(workspace.id).queryKey }),
        client.invalidateQueries({ queryKey: usageKey(workspace.id) }),
      ]),
  });
  const { data: answer } = test;
  const Icon = answer?.ok ? CircleCheck : CircleAlert;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {children}
        <Button disabled={!canTest || isDirty || test.isPending} aria-describedby={note} onClick={() => test.mutate()}>
          {text.test}
        </Button>
        <p id={note} className="text-xs text-muted">
          {isDirty ? text.testSaved : text.testHelp}
        </p>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {test.isPending ? <Spinner label={text.testing} /> : null}
        {test.error ? <Problem error={test.error} /> : null}
        {answer && !test.isPending && !isDirty ? (
          <p className={cn("flex items-start gap-2 rounded-md px-3 py-2 text-sm text-ink", answer.ok ? "bg-good-soft" : "bg-bad-soft")}>
            <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", answer.ok ? "text-good" : "text-bad")} />
            <span className="min-w-0 wrap-anywhere">
              {answer.message} <span className="text-muted">{text.milliseconds(formatDuration(answer.milliseconds))}</span>
            </span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
