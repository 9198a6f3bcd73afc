/** Where an edit came from; undo treats all alike, the code view shows which. */
export type EditSource = "canvas" | "inspector" | "code" | "ai" | "import" | "server";

/** What an edit is called and how it joins others. */
export interface EditInfo {
  /** What undo and redo say of it, for example `Move 3 nodes`. */
  readonly label: string;
  readonly source: EditSource;
  /** Edits of one group, each within a second of the last, are one undo step: typing in a field, dragging. */
  readonly group?: string;
}
