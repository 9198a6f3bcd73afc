"use client";
import { useId, useState } from "react";
import { inspectorText } from "../../text/inspector.ts";
import { cn } from "../../ui/cn.ts";
import { useEditor } from "../editor-context.tsx";
import { canRename, renameNode } from "../model/commands/rename-node.ts";
import { useNodeForm } from "./node-form.tsx";
import { Note } from "./value/field-notes.tsx";

const text = inspectorText;

/** The id of a node. It is taken when one leaves the field or presses Enter, and every reference follows. */
export function NodeIdField() {
  const { node, readOnly } = useNodeForm();
  const editor = useEditor();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? node.id;
  const problem = draft === undefined ? undefined : problemOf(canRename(editor.state.graph, node.id, draft), draft);
  const take = (): void => {
    if (draft !== undefined && draft !== node.id && problem === undefined) {
      editor.edit({ label: text.edits.rename(node.id, draft), source: "inspector" }, (graph, selection) =>
        renameNode(graph, selection, node.id, draft),
      );
    }
    setDraft(undefined);
  };
  return (
    <div>
      <label className="inline-flex max-w-full items-center gap-1.5 text-xs text-faint" title={text.header.idHelp}>
        {text.header.id}
        <input
          value={shown}
          readOnly={readOnly}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={id}
          size={Math.max(shown.length, 6)}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
            if (event.key !== "Escape") return;
            setDraft(undefined);
            event.stopPropagation();
          }}
          className={cn(
            "h-6 min-w-0 rounded-sm bg-transparent px-1 font-mono text-2xs hover:bg-hover read-only:hover:bg-transparent focus-visible:-outline-offset-2",
            problem === undefined ? "text-muted" : "text-bad",
          )}
        />
      </label>
      <div id={id} aria-live="polite">
        {problem === undefined ? null : <Note severity="error">{problem}</Note>}
      </div>
    </div>
  );
}

function problemOf(answer: ReturnType<typeof canRename>, name: string): string | undefined {
  switch (answer) {
    case true:
    case "missing":
      return undefined;
    case "shape":
      return text.problems.name;
    case "reserved":
      return text.problems.reserved(name);
    case "taken":
      return text.problems.taken(name);
  }
}
