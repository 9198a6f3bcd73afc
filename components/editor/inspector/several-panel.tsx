"use client";
import { Copy, Power, Trash2 } from "lucide-react";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { inspectorText } from "../../text/inspector.ts";
import { Mark } from "../../marks/mark.tsx";
import { Button } from "../../ui/button.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { duplicate } from "../model/commands/duplicate.ts";
import { removeSelection } from "../model/commands/remove-selection.ts";
import { toggleDisabled } from "../model/commands/toggle-disabled.ts";
import { selectNodes } from "../model/selection.ts";
import { describeKind } from "../nodes/describe-kind.ts";

const text = inspectorText.several;

/** Several nodes: what can be done with all of them, and each by name. */
export function SeveralPanel({ nodes }: { readonly nodes: readonly GraphNode[] }) {
  const editor = useEditor();
  const { canEdit } = useOpenDocument();
  const ids = nodes.map(({ id }) => id);
  const edits = inspectorText.edits;
  const isOff = nodes.every((node) => node.disabled === true || node.kind === "trigger" || node.kind === "note");
  return (
    <div className="flex flex-col gap-3 p-4">
      <h2 className="text-base font-semibold">{text.title(nodes.length)}</h2>
      {canEdit ? (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            onClick={() =>
              editor.edit({ label: isOff ? edits.enable : edits.disable, source: "inspector" }, (graph) => toggleDisabled(graph, ids))
            }
          >
            <Power aria-hidden />
            {isOff ? text.enable : text.disable}
          </Button>
          <Button
            size="sm"
            onClick={() => editor.edit({ label: edits.duplicate(ids.length), source: "inspector" }, (graph) => duplicate(graph, ids))}
          >
            <Copy aria-hidden />
            {text.duplicate}
          </Button>
          <Button
            size="sm"
            onClick={() =>
              editor.edit({ label: edits.remove(ids.length), source: "inspector" }, (graph, selection) =>
                removeSelection(graph, selection, { reconnect: true }),
              )
            }
          >
            <Trash2 aria-hidden />
            {text.remove}
          </Button>
        </div>
      ) : null}
      <ul aria-label={text.open} className="-mx-2 flex flex-col">
        {nodes.map((node) => (
          <li key={node.id}>
            <button
              type="button"
              onClick={() => editor.select(selectNodes([node.id]))}
              className="flex h-8 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
            >
              <Mark kind={node.kind} size={14} className={node.disabled === true ? "opacity-50" : ""} />
              <span className="truncate">{node.label === undefined || node.label === "" ? describeKind(node.kind).label : node.label}</span>
              <span className="ml-auto font-mono text-2xs text-faint">{node.id}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
