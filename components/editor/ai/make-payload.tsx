"use client";
import { useState } from "react";
import { assistText } from "../../text/assist.ts";
import { Button } from "../../ui/button.tsx";
import { useEditor } from "../editor-context.tsx";
import { Note } from "../inspector/value/field-notes.tsx";
import { AssistPanel } from "./assist-panel.tsx";
import { useAssist } from "./use-assist.ts";

const { payload: text } = assistText;

/** Asks the model for a payload and fills it in, to be looked at; what stood there before can be put back. */
export function MakePayload({
  current,
  onFill,
  onClose,
}: {
  readonly current: string;
  readonly onFill: (text: string) => void;
  readonly onClose: () => void;
}) {
  const editor = useEditor();
  const assist = useAssist("payload");
  const [before, setBefore] = useState(current);
  const { state } = assist;
  return (
    <AssistPanel
      words={text}
      assist={assist}
      needsPrompt={false}
      hidesPrompt
      className="mb-3 rounded-md border border-line bg-canvas p-3"
      onAsk={(prompt) => {
        setBefore(current);
        assist.ask({ task: "payload", graph: { ...editor.state.graph }, ...(prompt === "" ? {} : { prompt }) }, ({ payload }) =>
          onFill(JSON.stringify(payload, null, 2)),
        );
      }}
      onClose={onClose}
      actions={
        <>
          <Button
            size="sm"
            onClick={() => {
              onFill(before);
              assist.reset();
            }}
          >
            {text.putBack}
          </Button>
          <Button size="sm" onClick={onClose}>
            {text.keep}
          </Button>
        </>
      }
    >
      {state.phase === "done" ? (
        <>
          <p className="text-sm">{text.filled}</p>
          {state.result.problems.length === 0 ? null : (
            <div className="flex flex-col gap-1">
              <p className="text-xs text-muted">{text.problems}</p>
              {state.result.problems.map((problem) => (
                <Note key={problem} severity="warning">
                  {problem}
                </Note>
              ))}
            </div>
          )}
        </>
      ) : null}
    </AssistPanel>
  );
}
