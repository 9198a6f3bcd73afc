import type { createStore } from "jotai";
import { canvasText } from "../../text/canvas.ts";
import { toast } from "../../ui/toast.ts";
import type { OpenDocument } from "../document-context.tsx";
import type { Editor } from "../model/editor.ts";
import { addNode } from "../model/commands/add-node.ts";
import type { Alignment } from "../model/commands/align.ts";
import { align } from "../model/commands/align.ts";
import { distribute } from "../model/commands/distribute.ts";
import { groupIntoContainer } from "../model/commands/group-into-container.ts";
import { moveNodes } from "../model/commands/move-nodes.ts";
import { removeSelection } from "../model/commands/remove-selection.ts";
import { setCollapsed } from "../model/commands/set-collapsed.ts";
import { toggleDisabled } from "../model/commands/toggle-disabled.ts";
import { ungroup } from "../model/commands/ungroup.ts";
import type { Point } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import type { Direction } from "../model/navigate.ts";
import { enterContainer, leaveContainer, navigate, nextProblem, selectAll, selectDownstream, selectUpstream } from "../model/navigate.ts";
import { portsOf } from "../model/ports.ts";
import type { Selection } from "../model/selection.ts";
import { emptySelection, selectNodes } from "../model/selection.ts";
import { sizesOf } from "../nodes/node-shape.ts";
import { diagnosticsAtom, focusRequestAtom, openAskAtom, paletteAtom, runRequestAtom, shortcutsAtom, sidePanelAtom } from "../screen.ts";
import type { ShortcutId } from "../shortcuts/shortcuts.ts";
import { announceAtom } from "./announcer.tsx";
import { canvasApiAtom } from "./canvas-api.ts";
import { connectingAtom, findAtom, minimapAtom, renamingAtom } from "./canvas-state.ts";
import { layOutGraph } from "./lay-out-graph.ts";
import { GRID, snapPoint } from "./snap-point.ts";
import { titleById } from "./title-by-id.ts";

/** What the editor's actions work on. */
export interface ActionContext {
  readonly editor: Editor;
  readonly atoms: ReturnType<typeof createStore>;
  readonly document: OpenDocument;
}

/** What a key alone can ask for. */
export type ActionId = Exclude<ShortcutId, "copy" | "cut" | "paste">;

export type Actions = Readonly<Record<ActionId, () => void>> & {
  readonly alignSelection: (how: Alignment) => void;
  readonly distributeSelection: (axis: "horizontal" | "vertical") => void;
  /** Adds a note at a point of the canvas and lets it be typed. */
  readonly addNote: (at: Point) => void;
};

/** One column or row of steps. */
const JUMP = 140;

/** Everything that keys, menus, the palette and the toolbar do, on whatever is selected then. */
export function createActions({ editor, atoms, document }: ActionContext): Actions {
  const text = canvasText;
  const say = (words: string): void => atoms.set(announceAtom, words);
  const api = () => atoms.get(canvasApiAtom);
  const selected = (): ReadonlySet<string> => editor.state.selection.nodes;
  const follow = (): void => {
    const { last } = editor.state.selection;
    if (last !== undefined) api()?.reveal(last);
  };
  const edit = (label: string, change: Parameters<Editor["edit"]>[1], group?: string): void => {
    if (document.canEdit) editor.edit({ label, source: "canvas", ...(group === undefined ? {} : { group }) }, change);
  };
  const walk = (direction: Direction) => (): void => {
    const { graph, selection } = editor.state;
    editor.select(navigate(graph, selection, direction, sizesOf(graph)));
    follow();
  };
  const extend = (next: (selection: Selection) => Selection) => (): void => {
    editor.select(next(editor.state.selection));
    say(text.said.selected(selected().size));
  };
  const move = (dx: number, dy: number) => (): void => {
    edit(text.edits.move(selected().size), (graph, { nodes }) => moveNodes(graph, nodes, dx, dy), "move by keys");
    follow();
  };
  const lead = (): string | undefined => editor.state.selection.last;

  return {
    addAfter() {
      const id = lead();
      const node = id === undefined ? undefined : indexOf(editor.state.graph).nodes.get(id);
      if (!node) return;
      const ports = portsOf(node).filter((port) => port !== "error");
      const used = new Set(
        indexOf(editor.state.graph)
          .outgoing(node.id)
          .map((edge) => edge.port ?? "out"),
      );
      const port = ports.find((each) => !used.has(each)) ?? ports[0];
      if (port !== undefined) atoms.set(paletteAtom, { at: { kind: "port", node: node.id, port } });
      else if (document.canEdit) atoms.set(paletteAtom, {});
    },
    palette: () => atoms.set(paletteAtom, {}),
    connect() {
      const id = lead();
      const node = id === undefined ? undefined : indexOf(editor.state.graph).nodes.get(id);
      const [port] = node ? portsOf(node) : [];
      if (!node || port === undefined || node.kind === "note") return say(text.connect.none);
      atoms.set(connectingAtom, { node: node.id, port, by: "keys" });
      say(text.connect.start(titleById(editor.state.graph, node.id)));
    },
    note() {
      const at = api()?.pointer() ?? api()?.center() ?? { x: 0, y: 0 };
      this.addNote(at);
    },
    addNote(at) {
      if (!document.canEdit) return;
      edit(text.edits.add(text.kinds["note"]?.label ?? ""), (graph) =>
        addNode(graph, { kind: "note", position: snapPoint(at) }, sizesOf(graph)),
      );
      const id = lead();
      if (id !== undefined) atoms.set(renamingAtom, id);
    },
    group() {
      const { graph } = editor.state;
      const grouped = groupIntoContainer(graph, selected(), "control.forEach", sizesOf(graph));
      if ("problem" in grouped) {
        toast.error(text.group[grouped.problem]);
        return;
      }
      edit(text.edits.group, () => grouped);
      follow();
    },
    ungroup: () => edit(text.edits.ungroup, (graph, { nodes }) => ungroup(graph, nodes)),
    walkRight: walk("right"),
    walkLeft: walk("left"),
    walkUp: walk("up"),
    walkDown: walk("down"),
    extendDownstream: extend((selection) => selectDownstream(editor.state.graph, selection)),
    extendUpstream: extend((selection) => selectUpstream(editor.state.graph, selection)),
    allDownstream: extend((selection) => selectDownstream(editor.state.graph, selection, { whole: true })),
    allUpstream: extend((selection) => selectUpstream(editor.state.graph, selection, { whole: true })),
    enter() {
      editor.select(enterContainer(editor.state.graph, editor.state.selection));
      follow();
    },
    leave() {
      editor.select(leaveContainer(editor.state.graph, editor.state.selection));
      api()?.focus();
    },
    edges() {
      const { graph, selection } = editor.state;
      const [shown] = selection.edges;
      const id = selection.last ?? (shown === undefined ? undefined : indexOf(graph).edges.get(shown)?.source);
      if (id === undefined) return;
      const list = [...indexOf(graph).outgoing(id), ...indexOf(graph).incoming(id)];
      const next = list[(list.findIndex((edge) => edge.id === shown) + 1) % Math.max(1, list.length)];
      if (!next) return;
      editor.select({ nodes: new Set([id]), edges: new Set([next.id]), last: id });
      say(text.edge.name(titleById(graph, next.source), next.port ?? "out", titleById(graph, next.target)));
    },
    selectAll: extend((selection) => selectAll(editor.state.graph, selection)),
    nextProblem() {
      const problem = nextProblem(editor.state.graph, editor.state.selection, atoms.get(diagnosticsAtom));
      const { node, path } = problem?.location ?? {};
      if (node === undefined) return;
      editor.select(selectNodes([node]));
      atoms.set(sidePanelAtom, "inspector");
      api()?.reveal(node);
      atoms.set(focusRequestAtom, { node, ...(path ? { path } : {}) });
    },
    find: () => atoms.set(findAtom, true),
    escape() {
      if (atoms.get(findAtom)) return atoms.set(findAtom, false);
      editor.select(emptySelection);
    },
    inspect() {
      const id = lead();
      if (id === undefined) return;
      atoms.set(sidePanelAtom, "inspector");
      atoms.set(focusRequestAtom, { node: id });
    },
    rename() {
      const id = lead();
      if (id === undefined || !document.canEdit) return;
      api()?.reveal(id);
      atoms.set(renamingAtom, id);
    },
    disable: () => edit(text.edits.disable, (graph, { nodes }) => toggleDisabled(graph, nodes)),
    collapse: () =>
      edit(text.edits.collapse, (graph, { nodes }) => {
        const index = indexOf(graph);
        const isOpen = [...nodes].some((id) => index.nodes.get(id)?.collapsed !== true);
        let next = graph;
        for (const id of nodes) next = setCollapsed(next, id, isOpen);
        return next;
      }),
    duplicate() {
      // Renaming takes the expression parser, which nothing before it needs.
      void import("../model/commands/duplicate.ts").then(({ duplicate }) => {
        edit(text.edits.duplicate, (graph, { nodes }) => duplicate(graph, nodes));
        follow();
      });
    },
    remove() {
      const { nodes, edges } = editor.state.selection;
      // An edge that was picked with the keys goes alone: its node is selected only so that it can be found again.
      const picked = nodes.size === 1 && edges.size === 1 ? { ...emptySelection, edges } : undefined;
      const count = picked ? 1 : nodes.size + edges.size;
      edit(text.edits.remove, (graph, selection) =>
        picked ? { ...removeSelection(graph, picked), selection: selectNodes(selection.nodes) } : removeSelection(graph, selection),
      );
      say(text.said.removed(count));
      api()?.focus();
    },
    undo() {
      const label = editor.state.undoLabel;
      editor.undo();
      say(label === undefined ? text.said.nothingToUndo : text.said.undone(label));
    },
    redo() {
      const label = editor.state.redoLabel;
      editor.redo();
      say(label === undefined ? text.said.nothingToRedo : text.said.redone(label));
    },
    moveRight: move(GRID, 0),
    moveLeft: move(-GRID, 0),
    moveUp: move(0, -GRID),
    moveDown: move(0, GRID),
    jumpRight: move(JUMP, 0),
    jumpLeft: move(-JUMP, 0),
    jumpUp: move(0, -JUMP),
    jumpDown: move(0, JUMP),
    layout() {
      if (!document.canEdit) return;
      const { graph } = editor.state;
      const some = selected().size > 1 && selected().size < graph.nodes.length ? selected() : undefined;
      void layOutGraph(graph, some)
        .then((change) => {
          api()?.animateNext();
          // The change applies to what the graph is by now: what was edited in the meantime stays.
          edit(text.edits.layout, change);
          if (!some) api()?.fit();
          say(text.said.laidOut);
        })
        .catch(() => toast.error(text.layoutFailed));
    },
    fit: () => api()?.fit(),
    zoomReset: () => api()?.zoomTo(1),
    fitSelection: () => api()?.fit([...selected()]),
    zoomIn: () => api()?.zoomBy(1.25),
    zoomOut: () => api()?.zoomBy(0.8),
    minimap: () => atoms.set(minimapAtom, (shown) => !shown),
    run() {
      if (document.canRun) atoms.set(runRequestAtom, (count) => count + 1);
    },
    ask() {
      if (document.canEdit) atoms.set(openAskAtom, { kind: "change" });
    },
    sheet: () => atoms.set(shortcutsAtom, true),
    alignSelection: (how) => edit(text.edits.align, (graph, { nodes }) => align(graph, nodes, how, sizesOf(graph))),
    distributeSelection: (axis) => edit(text.edits.distribute, (graph, { nodes }) => distribute(graph, nodes, axis, sizesOf(graph))),
  };
}
