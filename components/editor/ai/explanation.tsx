"use client";
import { askText as text } from "../../text/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { titleById } from "../canvas/title-by-id.ts";
import { useEditorState } from "../editor-context.tsx";
import { CallUsage } from "./ask-usage.tsx";
import type { AskState } from "./ask-state.ts";

interface ExplanationProps {
  readonly state: Extract<AskState, { readonly stage: "explaining" | "explained" }>;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** What a model says of the workflow or a node, as it comes: plain text, whatever it looks like. */
export function Explanation({ state: { stage, about, text: words, isCut, usage }, onStop, onClose }: ExplanationProps) {
  const name = useEditorState(({ graph }) => (about === undefined ? undefined : titleById(graph, about)));
  const isComing = stage === "explaining";
  return (
    <section aria-busy={isComing} className="flex flex-col gap-3 px-4 pb-4">
      <h3 className="text-base font-semibold">{text.explained(name)}</h3>
      {words === "" ? <Spinner label={text.explaining} /> : <p className="text-base break-words whitespace-pre-wrap">{words}</p>}
      {isCut ? <p className="text-sm text-warn">{text.explanationCut}</p> : null}
      {usage ? <CallUsage usage={usage} /> : null}
      <Button className="self-start" onClick={isComing ? onStop : onClose}>
        {isComing ? text.stop : text.close}
      </Button>
    </section>
  );
}
