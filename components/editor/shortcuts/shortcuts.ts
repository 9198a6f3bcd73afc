import type { shortcutText } from "../../text/shortcuts.ts";

/** What a key does. One table: the dispatcher, the sheet and every menu read it. */
export type ShortcutId = keyof typeof shortcutText.labels;

export type ShortcutGroup = "add" | "select" | "edit" | "move" | "view" | "workflow";

export interface Shortcut {
  readonly id: ShortcutId;
  /** As `Mod+Shift+L`; `Mod` is ⌘ on a Mac and Ctrl elsewhere. The first one is shown. */
  readonly keys: readonly string[];
  readonly group: ShortcutGroup;
  /** `canvas`: only while the focus is on the canvas or nowhere; `anywhere`: in panels too. Never while typing. */
  readonly where: "canvas" | "anywhere";
  /** Changes the document: off where it can only be looked at. */
  readonly changes?: true;
  /** Only while nodes, or anything, is selected; the key keeps its own meaning otherwise. */
  readonly needs?: "node" | "selection";
  /** The browser's own event does it: clipboards can only be reached there without asking. */
  readonly native?: true;
}

export const shortcuts: readonly Shortcut[] = [
  { id: "addAfter", keys: ["Tab"], group: "add", where: "canvas", changes: true, needs: "node" },
  { id: "palette", keys: ["Mod+K"], group: "add", where: "anywhere" },
  { id: "connect", keys: ["C"], group: "add", where: "canvas", changes: true, needs: "node" },
  { id: "note", keys: ["N"], group: "add", where: "canvas", changes: true },
  { id: "group", keys: ["G", "Mod+G"], group: "add", where: "canvas", changes: true, needs: "node" },
  { id: "ungroup", keys: ["Shift+G", "Mod+Shift+G"], group: "add", where: "canvas", changes: true, needs: "node" },

  { id: "walkRight", keys: ["ArrowRight"], group: "select", where: "canvas" },
  { id: "walkLeft", keys: ["ArrowLeft"], group: "select", where: "canvas" },
  { id: "walkUp", keys: ["ArrowUp"], group: "select", where: "canvas" },
  { id: "walkDown", keys: ["ArrowDown"], group: "select", where: "canvas" },
  { id: "extendDownstream", keys: ["Shift+ArrowRight"], group: "select", where: "canvas", needs: "node" },
  { id: "extendUpstream", keys: ["Shift+ArrowLeft"], group: "select", where: "canvas", needs: "node" },
  { id: "allDownstream", keys: ["Shift+ArrowDown"], group: "select", where: "canvas", needs: "node" },
  { id: "allUpstream", keys: ["Shift+ArrowUp"], group: "select", where: "canvas", needs: "node" },
  { id: "enter", keys: ["Mod+ArrowDown"], group: "select", where: "canvas", needs: "node" },
  { id: "leave", keys: ["Mod+ArrowUp"], group: "select", where: "canvas", needs: "node" },
  { id: "edges", keys: ["E"], group: "select", where: "canvas", needs: "selection" },
  { id: "selectAll", keys: ["Mod+A"], group: "select", where: "canvas" },
  { id: "nextProblem", keys: ["F8"], group: "select", where: "anywhere" },
  { id: "find", keys: ["Mod+F"], group: "select", where: "canvas" },
  { id: "escape", keys: ["Escape"], group: "select", where: "canvas" },

  { id: "inspect", keys: ["Enter"], group: "edit", where: "canvas", needs: "node" },
  { id: "rename", keys: ["F2"], group: "edit", where: "canvas", changes: true, needs: "node" },
  { id: "disable", keys: ["D"], group: "edit", where: "canvas", changes: true, needs: "node" },
  { id: "collapse", keys: ["."], group: "edit", where: "canvas", changes: true, needs: "node" },
  { id: "copy", keys: ["Mod+C"], group: "edit", where: "canvas", native: true, needs: "node" },
  { id: "cut", keys: ["Mod+X"], group: "edit", where: "canvas", native: true, changes: true, needs: "node" },
  { id: "paste", keys: ["Mod+V"], group: "edit", where: "canvas", native: true, changes: true },
  { id: "duplicate", keys: ["Mod+D"], group: "edit", where: "canvas", changes: true, needs: "node" },
  { id: "remove", keys: ["Delete", "Backspace"], group: "edit", where: "canvas", changes: true, needs: "selection" },
  { id: "undo", keys: ["Mod+Z"], group: "edit", where: "anywhere", changes: true },
  { id: "redo", keys: ["Mod+Shift+Z", "Mod+Y"], group: "edit", where: "anywhere", changes: true },

  { id: "moveRight", keys: ["Alt+ArrowRight"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "moveLeft", keys: ["Alt+ArrowLeft"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "moveUp", keys: ["Alt+ArrowUp"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "moveDown", keys: ["Alt+ArrowDown"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "jumpRight", keys: ["Alt+Shift+ArrowRight"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "jumpLeft", keys: ["Alt+Shift+ArrowLeft"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "jumpUp", keys: ["Alt+Shift+ArrowUp"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "jumpDown", keys: ["Alt+Shift+ArrowDown"], group: "move", where: "canvas", changes: true, needs: "node" },
  { id: "layout", keys: ["Shift+L"], group: "move", where: "canvas", changes: true },

  { id: "fit", keys: ["0"], group: "view", where: "canvas" },
  { id: "zoomReset", keys: ["1"], group: "view", where: "canvas" },
  { id: "fitSelection", keys: ["2"], group: "view", where: "canvas", needs: "node" },
  { id: "zoomIn", keys: ["+", "="], group: "view", where: "canvas" },
  { id: "zoomOut", keys: ["-"], group: "view", where: "canvas" },
  { id: "minimap", keys: ["M"], group: "view", where: "canvas" },

  { id: "run", keys: ["Mod+Enter"], group: "workflow", where: "anywhere" },
  { id: "ask", keys: ["Mod+I"], group: "workflow", where: "anywhere", changes: true },
  { id: "sheet", keys: ["?"], group: "workflow", where: "anywhere" },
];

/** The keys that a menu shows beside what they do. */
export function keysOf(id: ShortcutId): string {
  return shortcuts.find((shortcut) => shortcut.id === id)?.keys[0] ?? "";
}
