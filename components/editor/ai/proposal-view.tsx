"use client";
import { useAtomValue } from "jotai";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { toast } from "../../ui/toast.ts";
import { askText } from "../../text/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { titleById } from "../canvas/title-by-id.ts";
import { useEditor } from "../editor-context.tsx";
import type { Conflict } from "../model/merge/merge-graphs.ts";
import { CallUsage } from "./ask-usage.tsx";
import type { AskSession } from "./ask-session.ts";
import type { AskState } from "./ask-state.ts";
import { ChangeChoice } from "./change-choice.tsx";
import { Notices } from "./notices.tsx";
import { previewProblemsAtom } from "./preview-atoms.ts";
import { ProblemLines } from "./problem-lines.tsx";
import { ProgressLog } from "./progress-log.tsx";
import { settleChoice } from "./take-changes.ts";

const text = askText.proposal;

interface ProposalViewProps {
  readonly state: Extract<AskState, { readonly stage: "proposal" }>;
  readonly session: AskSession;
  readonly onAccepted: () => void;
}

/** A proposal to take, take in part, or refuse: what the model says, what to look at, each change, what is still wrong, and what it cost. */
export function ProposalView({ state: { proposal, progress }, session, onAccepted }: ProposalViewProps) {
  const editor = useEditor();
  const found = useAtomValue(previewProblemsAtom);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { list, chosen, summary, notices, rejected, stopped, failure, usage } = proposal;
  const taken = settleChoice(list, chosen);
  const isWhole = taken.size === list.changes.length;
  const problems = (isWhole ? proposal.diagnostics : found)?.filter(({ severity }) => severity === "error");
  const shown = session.preview;
  const nodes = new Set(shown?.after.nodes.map(({ id }) => id));

  const choose = (keys: readonly string[], isChosen: boolean): void => {
    setConflicts([]);
    session.choose(keys, isChosen);
  };
  const accept = (all: boolean): void => {
    const result = session.accept({ all });
    if (!result) return;
    if ("conflicts" in result) return setConflicts(result.conflicts);
    onAccepted();
    toast.success(askText.accepted(result.taken, result.all), { action: { label: askText.undo, onClick: () => editor.undo() } });
  };

  return (
    <>
      <div className="flex flex-col gap-4 px-4 py-4">
        <div className="flex flex-col gap-1">
          <h3 ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
            {text.title}
          </h3>
          {summary === "" ? null : <p className="text-sm break-words whitespace-pre-wrap">{summary}</p>}
          {text.stopped[stopped] === "" ? null : <p className="text-sm text-warn">{text.stopped[stopped]}</p>}
          {failure ? <p className="text-sm text-warn">{failure.message}</p> : null}
          <CallUsage usage={usage} model={progress.model} />
        </div>
        {shown ? <Notices notices={notices} graph={shown.after} /> : null}
        <Problems>
          {problems === undefined ? undefined : (
            <ProblemLines problems={problems.filter(({ location }) => location.node === undefined || nodes.has(location.node))} />
          )}
        </Problems>
        <ChangeChoice list={list} chosen={chosen} taken={taken} onChoose={choose} />
        <details className="text-sm">
          <summary className="text-muted">
            {askText.logOver}
            {rejected.length === 0 ? "" : ` · ${text.rejected(rejected.length)}`}
          </summary>
          <div className="mt-2">
            <ProgressLog progress={progress} isOver />
          </div>
        </details>
      </div>
      <footer className="sticky bottom-0 mt-auto flex flex-col gap-2 border-t border-line bg-surface px-4 py-3">
        {conflicts.length === 0 ? null : (
          <p role="alert" className="text-sm text-bad">
            {text.conflict(namesOf(conflicts, (id) => titleById(editor.state.graph, id)))}
          </p>
        )}
        <div className="flex items-center justify-end gap-2">
          <Button onClick={() => session.dismiss()}>{text.refuse}</Button>
          {isWhole ? null : <Button onClick={() => accept(true)}>{text.acceptAll}</Button>}
          <Button look="solid" disabled={taken.size === 0} onClick={() => accept(isWhole)}>
            <Check aria-hidden />
            {isWhole ? text.acceptAll : text.accept(taken.size)}
          </Button>
        </div>
      </footer>
    </>
  );
}

function Problems({ children }: { readonly children: ReactNode }) {
  return children ?? <Spinner label={text.checking} />;
}

function namesOf(conflicts: readonly Conflict[], nameOf: (id: string) => string): string {
  return [...new Set(conflicts.map(({ node }) => (node === undefined ? text.conflictWorkflow : nameOf(node))))].join(", ");
}
