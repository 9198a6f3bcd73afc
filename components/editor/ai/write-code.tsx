"use client";
import { assistText } from "../../text/assist.ts";
import { CodeDiff } from "../code/code-diff.tsx";
import { useEditor } from "../editor-context.tsx";
import { useNodeForm } from "../inspector/node-form.tsx";
import { Note, Words } from "../inspector/value/field-notes.tsx";
import { setConfig } from "../model/commands/set-config.ts";
import { AssistPanel } from "./assist-panel.tsx";
import { readProblems } from "./read-problems.ts";
import { streamedSource } from "./streamed-source.ts";
import { useAssist } from "./use-assist.ts";
import { Verdict } from "./verdict.tsx";

const { code: text } = assistText;

/** Asks the model for the source of a code step, shows what would change and what is wrong with it, and puts it in place when that is wanted. */
export function WriteCode({ source, onClose }: { readonly source: string; readonly onClose: () => void }) {
  const { node } = useNodeForm();
  const editor = useEditor();
  const assist = useAssist("code");
  const { state } = assist;
  const accept = (written: string): void => {
    editor.edit({ label: text.edit, source: "ai" }, (graph) => setConfig(graph, node.id, ["source"], written));
    onClose();
  };
  return (
    <AssistPanel
      words={text}
      assist={assist}
      className="rounded-md border border-line bg-canvas p-3"
      onAsk={(prompt) => assist.ask({ task: "code", graph: { ...editor.state.graph }, node: node.id, prompt })}
      onClose={onClose}
      actions={
        state.phase === "done" ? (
          <Verdict accept={text.accept} onAccept={() => accept(state.result.source)} onDiscard={assist.reset} />
        ) : null
      }
    >
      {state.phase === "asking" && state.text !== "" ? (
        <pre
          // A long answer is scrolled with the keyboard, too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={text.streamed}
          className="max-h-60 overflow-auto rounded-md bg-sunken p-2 font-mono text-xs"
        >
          {streamedSource(state.text)}
        </pre>
      ) : null}
      {state.phase === "done" ? (
        <>
          <div className="overflow-hidden rounded-md border border-line" style={{ height: heightOf(source, state.result.source) }}>
            <CodeDiff before={source} after={state.result.source} language="typescript" inline narrow />
          </div>
          {readProblems(state.result.diagnostics).map(({ severity, message }) => (
            <Note key={message} severity={severity}>
              <Words>{message}</Words>
            </Note>
          ))}
        </>
      ) : null}
    </AssistPanel>
  );
}

/** Pixels in which most differences of two texts are whole: each of their lines once, long ones twice. */
function heightOf(before: string, after: string): number {
  const rows = `${before}\n${after}`.split("\n").reduce((sum, line) => sum + (line.length > 36 ? 2 : 1), 1);
  return Math.min(Math.max(rows * 20, 160), 320);
}
