"use client";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useSetAtom } from "jotai";
import { isContainer } from "../../../codegen/schema/node-facts.ts";
import { canvasText } from "../../text/canvas.ts";
import type { MenuEntry } from "../../ui/menu-entry.ts";
import { MenuList } from "../../ui/menu-list.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { disconnect } from "../model/commands/disconnect.ts";
import { reparent } from "../model/commands/reparent.ts";
import { indexOf } from "../model/graph-index.ts";
import { portsOf } from "../model/ports.ts";
import type { Selection } from "../model/selection.ts";
import { paletteAtom } from "../screen.ts";
import { keysOf } from "../shortcuts/shortcuts.ts";
import type { Clipboard } from "./use-clipboard.ts";
import { useActions } from "./use-actions.ts";

/** What a menu is about, and where in the window it opens. */
export interface Aim {
  readonly selection: Selection;
  readonly x: number;
  readonly y: number;
  /** What had the focus, and has it again afterwards. */
  readonly before: Element | null;
}

/** What can be done with what the menu is about. */
export function CanvasMenuList({
  aim,
  clipboard,
  open,
  onOpenChange,
  anchor,
}: {
  readonly aim: Aim;
  readonly clipboard: Clipboard;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** An empty element at the place of the click. */
  readonly anchor: HTMLElement;
}) {
  const entries = useEntries(aim, clipboard);
  return (
    <MenuList
      className="min-w-48"
      entries={entries}
      open={open}
      onOpenChange={onOpenChange}
      anchor={anchor}
      side="right"
      align="start"
      sideOffset={2}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (document.activeElement === document.body && aim.before instanceof HTMLElement) aim.before.focus({ preventScroll: true });
      }}
    />
  );
}

function useEntries({ selection, x, y }: Aim, clipboard: Clipboard): readonly MenuEntry[] {
  const editor = useEditor();
  const actions = useActions();
  const flow = useReactFlow();
  const store = useStoreApi();
  const openPalette = useSetAtom(paletteAtom);
  const { canEdit } = useOpenDocument();
  const { menu: text } = canvasText;
  const { graph } = editor.state;
  const index = indexOf(graph);
  const nodes = [...selection.nodes].flatMap((id) => index.nodes.get(id) ?? []);
  const [edge] = selection.edges;
  const bounds = (): { x: number; y: number } => {
    const box = store.getState().domNode?.getBoundingClientRect();
    return x === 0 && y === 0 ? { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 } : { x, y };
  };
  const at = (): { x: number; y: number } => flow.screenToFlowPosition(bounds());
  const line = (label: string, onSelect: () => void, keys?: string): MenuEntry => ({
    label,
    onSelect,
    ...(keys === undefined ? {} : { keys }),
  });

  if (nodes.length > 0) {
    const [node] = nodes;
    const only = nodes.length === 1 ? node : undefined;
    const isOff = nodes.every(({ disabled }) => disabled === true);
    const entries: MenuEntry[] = [];
    if (only && only.kind !== "note") entries.push(line(text.open, actions.inspect, keysOf("inspect")));
    if (!canEdit) return [...entries, line(text.copy, clipboard.copy, keysOf("copy"))];
    if (only) entries.push(line(only.kind === "note" ? text.edit : text.rename, actions.rename, keysOf("rename")));
    if (only && portsOf(only).length > 0)
      entries.push(line(text.addAfter, actions.addAfter, keysOf("addAfter")), line(text.connect, actions.connect, keysOf("connect")));
    if (only && isContainer(only)) {
      entries.push(
        line(text.addInside, () => openPalette({ at: { kind: "place", position: at(), parent: only.id } })),
        line(only.collapsed === true ? text.expand : text.collapse, actions.collapse, keysOf("collapse")),
        line(text.ungroup, actions.ungroup, keysOf("ungroup")),
      );
    }
    if (nodes.every(({ parent }) => parent !== undefined)) {
      entries.push(
        line(text.takeOut, () =>
          editor.edit({ label: canvasText.edits.parent, source: "canvas" }, (before) => {
            const home = nodes[0]?.parent === undefined ? undefined : indexOf(before).nodes.get(nodes[0].parent)?.parent;
            return reparent(
              before,
              nodes.map(({ id }) => id),
              home,
            );
          }),
        ),
      );
    }
    return [
      ...entries,
      ...(entries.length > 0 ? (["divider"] as const) : []),
      line(text.duplicate, actions.duplicate, keysOf("duplicate")),
      line(text.copy, clipboard.copy, keysOf("copy")),
      line(text.cut, clipboard.cut, keysOf("cut")),
      "divider",
      line(text.group, actions.group, keysOf("group")),
      line(isOff ? text.enable : text.disable, actions.disable, keysOf("disable")),
      ...(nodes.length > 1 ? [line(text.layout, actions.layout, keysOf("layout"))] : []),
      "divider",
      { label: text.remove, onSelect: actions.remove, keys: keysOf("remove"), danger: true },
    ];
  }
  if (edge !== undefined && canEdit) {
    return [
      line(canvasText.edge.insert, () => openPalette({ at: { kind: "edge", edge } })),
      {
        label: canvasText.edge.remove,
        danger: true,
        onSelect: () => editor.edit({ label: canvasText.edits.disconnect, source: "canvas" }, (before) => disconnect(before, [edge])),
      },
    ];
  }
  const view = [line(text.selectAll, actions.selectAll, keysOf("selectAll")), line(text.fit, actions.fit, keysOf("fit"))];
  if (!canEdit) return view;
  return [
    line(text.addHere, () => openPalette({ at: { kind: "place", position: at() } })),
    line(text.noteHere, () => actions.addNote(at())),
    line(text.paste, clipboard.paste, keysOf("paste")),
    "divider",
    ...view,
    line(text.layout, actions.layout, keysOf("layout")),
  ];
}
