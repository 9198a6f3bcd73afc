"use client";
import { useAtom, useAtomValue, useSetAtom } from "jotai";
import { Copy, Ellipsis, ExternalLink, Pin, PinOff, Play, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Json } from "../../../codegen/schema/json.ts";
import { inspectorText } from "../../text/inspector.ts";
import { Mark } from "../../marks/mark.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import type { MenuEntry } from "../../ui/menu.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Switch } from "../../ui/switch.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { duplicate } from "../model/commands/duplicate.ts";
import { removeSelection } from "../model/commands/remove-selection.ts";
import { selectNodes } from "../model/selection.ts";
import { describeKind } from "../nodes/describe-kind.ts";
import { aboutKind } from "../nodes/known-kinds.ts";
import { focusRequestAtom, samplesAtom } from "../screen.ts";
import { useNodeForm } from "./node-form.tsx";
import { NodeIdField } from "./node-id-field.tsx";
import { canRunAlone } from "./test/test-tab.tsx";
import { useRunNode } from "./test/use-run-node.ts";
import { usePins } from "./use-pins.ts";

const text = inspectorText.header;

/** Which node it is: mark, label, id, kind, whether it is on, and what can be done with it. */
export function NodeHeader({ docs, onRun }: { readonly docs: string | undefined; readonly onRun: () => void }) {
  const { node, patch, readOnly } = useNodeForm();
  const { label, service } = describeKind(node.kind);
  const description = aboutKind(node.kind);
  const isNamed = node.label !== undefined && node.label !== "";
  const title = service === undefined ? (isNamed || description === "" ? label : description) : `${service} · ${label}`;
  const input = useRef<HTMLInputElement>(null);
  const [request, setRequest] = useAtom(focusRequestAtom);
  useEffect(() => {
    if (request?.node !== node.id || request.path !== undefined || !input.current) return;
    input.current.focus();
    input.current.select();
    setRequest(undefined);
  }, [request, node.id, setRequest]);
  const canSwitch = node.kind !== "trigger" && node.kind !== "note";
  return (
    <header className="flex flex-col gap-1 px-4 pt-3 pb-2">
      <div className="flex items-center gap-2">
        <span className="grid size-8 shrink-0 place-items-center rounded-md border border-line bg-surface text-ink shadow-low">
          <Mark kind={node.kind} size={16} />
        </span>
        <div className="min-w-0 flex-1">
          <input
            ref={input}
            aria-label={text.label}
            value={node.label ?? ""}
            placeholder={label}
            readOnly={readOnly}
            maxLength={200}
            onChange={(event) => patch({ label: event.target.value }, inspectorText.edits.label)}
            onKeyDown={(event) => (event.key === "Enter" || event.key === "Escape") && event.currentTarget.blur()}
            className="-ml-1.5 h-6 w-full min-w-0 rounded-sm bg-transparent px-1.5 text-base font-semibold placeholder:font-semibold placeholder:text-ink hover:bg-hover read-only:hover:bg-transparent focus-visible:-outline-offset-2"
          />
          <p className="truncate text-xs text-muted" title={node.kind}>
            {title}
          </p>
        </div>
        {canSwitch ? (
          <Switch
            aria-label={text.enabled}
            checked={node.disabled !== true}
            disabled={readOnly}
            onChange={(on) => patch({ disabled: !on }, on ? inspectorText.edits.enable : inspectorText.edits.disable)}
          />
        ) : null}
        <NodeMenu docs={docs} onRun={onRun} />
      </div>
      {node.kind === "note" ? null : <NodeIdField />}
      {node.disabled === true ? <p className="text-xs text-muted">{text.disabledNote}</p> : null}
    </header>
  );
}

function NodeMenu({ docs, onRun }: { readonly docs: string | undefined; readonly onRun: () => void }) {
  const { node, readOnly } = useNodeForm();
  const { canRun } = useOpenDocument();
  const editor = useEditor();
  const samples = useAtomValue(samplesAtom);
  const setRequest = useSetAtom(focusRequestAtom);
  const { pins, pin, unpin } = usePins();
  const run = useRunNode(node.id);
  const isPinned = Object.hasOwn(pins, node.id);
  const edits = inspectorText.edits;
  const entries: MenuEntry[] = [
    ...(canRun && canRunAlone(node.kind)
      ? [
          {
            label: text.run,
            icon: <Play aria-hidden />,
            onSelect: () => {
              onRun();
              // Samples came as JSON.
              run.mutate(samples as Readonly<Record<string, Json>>);
            },
          },
        ]
      : []),
    ...(readOnly || node.kind === "note"
      ? []
      : [
          isPinned
            ? { label: text.unpin, icon: <PinOff aria-hidden />, onSelect: () => unpin.mutate(node.id) }
            : {
                label: text.pin,
                icon: <Pin aria-hidden />,
                disabled: !Object.hasOwn(samples, node.id),
                onSelect: () => pin.mutate({ node: node.id, output: samples[node.id] as Json }),
              },
        ]),
    ...(docs === undefined
      ? []
      : [{ label: text.docs, icon: <ExternalLink aria-hidden />, onSelect: () => void window.open(docs, "_blank", "noopener") }]),
    ...(readOnly || node.kind === "trigger"
      ? []
      : [
          "divider" as const,
          {
            label: text.duplicate,
            icon: <Copy aria-hidden />,
            keys: "Mod+D",
            onSelect: () => editor.edit({ label: edits.duplicate(1), source: "inspector" }, (graph) => duplicate(graph, [node.id])),
          },
          {
            label: text.remove,
            icon: <Trash2 aria-hidden />,
            keys: "Backspace",
            danger: true,
            onSelect: () => {
              setRequest(undefined);
              editor.edit({ label: edits.remove(1), source: "inspector" }, (graph) =>
                removeSelection(graph, selectNodes([node.id]), { reconnect: true }),
              );
            },
          },
        ]),
  ];
  if (entries.length === 0) return null;
  return (
    <Menu entries={entries}>
      <IconButton label={text.menu} size="sm">
        <Ellipsis aria-hidden />
      </IconButton>
    </Menu>
  );
}
