"use client";
import type { ReactNode } from "react";
import { askText as text } from "../../text/ask.ts";
import { Problem } from "../../ui/problem.tsx";
import { CallUsage } from "./ask-usage.tsx";
import type { AskSession } from "./ask-session.ts";
import type { AskState } from "./ask-state.ts";
import { ProgressLog } from "./progress-log.tsx";
import { ProposalView } from "./proposal-view.tsx";

interface AskOutcomeProps {
  readonly state: AskState;
  readonly session: AskSession;
  readonly onAgain: () => void;
  readonly onAccepted: () => void;
}

/** What became of the last question, or is becoming of it. */
export function AskOutcome({ state, session, onAgain, onAccepted }: AskOutcomeProps) {
  switch (state.stage) {
    case "asking":
      return (
        <div className="px-4 py-4">
          <ProgressLog progress={state.progress} isOver={false} />
        </div>
      );
    case "proposal":
      return <ProposalView state={state} session={session} onAccepted={onAccepted} />;
    case "refused":
      return (
        <Note title={text.refused} usage={<CallUsage usage={state.usage} />}>
          {state.message}
        </Note>
      );
    case "unchanged":
      return (
        <Note title={text.unchanged} usage={<CallUsage usage={state.usage} />}>
          {state.summary === "" ? text.unchangedText : state.summary}
        </Note>
      );
    case "stopped":
      return <p className="px-4 py-4 text-sm text-muted">{text.stopped}</p>;
    case "failed":
      return (
        <div className="px-4 py-4">
          <Problem error={state.error} onRetry={onAgain} />
        </div>
      );
    case "idle":
    case "explaining":
    case "explained":
      return null;
  }
}

/** Words of the model in place of a proposal. */
function Note({ title, usage, children }: { readonly title: string; readonly usage: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="mx-4 my-4 flex flex-col gap-1.5 rounded-lg border border-line p-3 text-sm">
      <h3 className="font-medium">{title}</h3>
      <p className="break-words whitespace-pre-wrap text-muted">{children}</p>
      {usage}
    </section>
  );
}
