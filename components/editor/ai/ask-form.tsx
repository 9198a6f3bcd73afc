"use client";
import { ArrowUp, Square } from "lucide-react";
import type { Ref } from "react";
import { useState } from "react";
import { useRunList } from "../../runs/list/use-run-list.ts";
import { askText as text } from "../../text/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/input.tsx";
import { titleById } from "../canvas/title-by-id.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditorState } from "../editor-context.tsx";
import type { AskState } from "./ask-state.ts";

interface AskFormProps {
  readonly prompt: string;
  readonly onPrompt: (prompt: string) => void;
  readonly stage: AskState["stage"];
  /** Whether a model can be asked. */
  readonly isReady: boolean;
  readonly onAsk: (prompt: string, run?: string) => void;
  readonly onStop: () => void;
  readonly ref: Ref<HTMLTextAreaElement>;
}

/** The sentence, what it is about, and what else the model may read. */
export function AskForm({ prompt, onPrompt, stage, isReady, onAsk, onStop, ref }: AskFormProps) {
  const { details, workspace } = useOpenDocument();
  // Of one run and one question: another failure is another thing to allow.
  const [allowed, setAllowed] = useState<string>();
  const isFresh = useEditorState(({ graph }) => graph.nodes.length < 2);
  const about = useEditorState(({ graph, selection }) =>
    selection.nodes.size === 1 ? text.aboutNamed(titleById(graph, selection.last ?? "")) : text.about(selection.nodes.size),
  );
  const isSelected = useEditorState(({ selection }) => selection.nodes.size > 0);
  const [lastRun] = useRunList(workspace, { document: details.id }).data?.pages[0]?.runs ?? [];
  const failed = lastRun?.status === "failed" ? lastRun.id : undefined;
  const isBusy = stage === "asking";
  const isOpen = !isBusy && stage !== "proposal";
  const sendsRun = failed !== undefined && allowed === failed;
  const send = (): void => {
    if (!isOpen || !isReady || prompt.trim() === "") return;
    onAsk(prompt, sendsRun ? failed : undefined);
    setAllowed(undefined);
  };
  const examples = [
    ...(failed === undefined ? [] : [text.examples.failed]),
    ...(isFresh ? text.examples.fresh : isSelected ? text.examples.selected : text.examples.whole),
  ];
  return (
    <form
      className="flex flex-col gap-3 px-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={isFresh ? text.promptNew : text.prompt}>
        {(attributes) => (
          <Textarea
            {...attributes}
            ref={ref}
            rows={4}
            maxLength={8_000}
            value={prompt}
            readOnly={!isOpen}
            placeholder={isFresh ? text.placeholderNew : text.placeholder}
            className="field-sizing-content max-h-60 resize-none read-only:bg-sunken"
            onChange={(event) => onPrompt(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              send();
            }}
          />
        )}
      </Field>
      {failed === undefined || !isOpen ? null : (
        <label className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            className="mt-0.5 size-4 shrink-0 accent-accent-fill"
            checked={sendsRun}
            onChange={(event) => setAllowed(event.currentTarget.checked ? failed : undefined)}
          />
          <span>
            {text.sendsRun}
            <span className="block text-xs text-muted">{text.sendsRunHelp}</span>
          </span>
        </label>
      )}
      {stage === "proposal" ? null : (
        <div className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-xs text-muted">{isFresh ? "" : about}</span>
          {isBusy ? (
            // Its own element: were it made the other one while it is pressed, that press would ask again.
            <Button key="stop" onClick={onStop}>
              <Square aria-hidden className="size-3.5! fill-current" />
              {text.stop}
            </Button>
          ) : (
            <Button key="ask" type="submit" look="solid" disabled={prompt.trim() === "" || !isReady}>
              <ArrowUp aria-hidden />
              {text.send}
            </Button>
          )}
        </div>
      )}
      {isOpen && prompt === "" && isReady ? <Examples examples={examples} onChoose={onPrompt} /> : null}
    </form>
  );
}

function Examples({ examples, onChoose }: { readonly examples: readonly string[]; readonly onChoose: (example: string) => void }) {
  return (
    <section className="flex flex-col gap-1.5 pt-1">
      <h3 className="text-xs font-medium text-muted">{text.tries}</h3>
      <ul className="flex flex-col gap-1">
        {examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => onChoose(example)}
              className="w-full rounded-md border border-line px-2.5 py-1.5 text-left text-sm text-ink hover:bg-hover"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
