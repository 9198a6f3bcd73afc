import type { EditorState, Range } from "@codemirror/state";
import type { DecorationSet, ViewUpdate } from "@codemirror/view";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";
import { StateEffect, StateField } from "@codemirror/state";
import type { TextMode } from "./segments.ts";
import { segmentsOf } from "./segments.ts";
import { chipStyle, openChipStyle } from "./static-value.tsx";

class Chip extends WidgetType {
  readonly label: string;

  constructor(label: string) {
    super();
    this.label = label;
  }

  override eq(other: Chip): boolean {
    return other.label === this.label;
  }

  override toDOM(): HTMLElement {
    const span = document.createElement("span");
    span.className = chipStyle;
    span.textContent = this.label;
    return span;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** Draws expressions as chips; the one that the caret is in shows its text. */
export function templateChips(mode: TextMode) {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = draw(view.state, mode);
      }

      update({ docChanged, selectionSet, state }: ViewUpdate): void {
        if (docChanged || selectionSet) this.decorations = draw(state, mode);
      }
    },
    {
      decorations: (plugin) => plugin.decorations,
      eventHandlers: {
        mousedown(event, view) {
          const target = event.target;
          if (!(target instanceof HTMLElement) || target.className !== chipStyle) return false;
          const start = view.posAtDOM(target);
          const chip = segmentsOf(view.state.doc.toString(), mode).find((segment) => segment.kind === "chip" && segment.start === start);
          if (!chip) return false;
          view.dispatch({ selection: { anchor: Math.max(chip.start + 2, chip.end - 3) } });
          view.focus();
          return true;
        },
      },
    },
  );
}

function draw(state: EditorState, mode: TextMode): DecorationSet {
  const found: Range<Decoration>[] = [];
  const { main } = state.selection;
  for (const segment of segmentsOf(state.doc.toString(), mode)) {
    if (segment.kind !== "chip") continue;
    const isEntered = main.head > segment.start && main.head < segment.end;
    found.push(
      isEntered
        ? Decoration.mark({ class: openChipStyle }).range(segment.start, segment.end)
        : Decoration.replace({ widget: new Chip(segment.label) }).range(segment.start, segment.end),
    );
  }
  return Decoration.set(found);
}

/** Removes a whole chip that the caret stands behind or before; gives false where it stands elsewhere. */
export function deleteChip(view: EditorView, mode: TextMode, forward: boolean): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return false;
  const chip = segmentsOf(view.state.doc.toString(), mode).find(
    (segment) => segment.kind === "chip" && (forward ? segment.start : segment.end) === main.head,
  );
  if (!chip) return false;
  view.dispatch({ changes: { from: chip.start, to: chip.end }, userEvent: "delete" });
  return true;
}

/** Moves over a chip's edge into its text: a step into the braces goes to what is between them. */
export function enterChip(view: EditorView, mode: TextMode, forward: boolean): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return false;
  const chip = segmentsOf(view.state.doc.toString(), mode).find(
    (segment) => segment.kind === "chip" && (forward ? segment.start : segment.end) === main.head,
  );
  if (!chip) return false;
  const inner = forward ? chip.start + 2 : chip.end - 2;
  const blank = view.state.sliceDoc(Math.min(inner, inner + (forward ? 1 : -1)), Math.max(inner, inner + (forward ? 1 : -1))) === " ";
  view.dispatch({ selection: { anchor: blank ? inner + (forward ? 1 : -1) : inner }, scrollIntoView: true });
  return true;
}

/** Stretches of the text to underline, as errors or warnings. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning";
}

export const setMarks = StateEffect.define<readonly Mark[]>();

export const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const { length } = transaction.state.doc;
      const ranges = effect.value.flatMap(({ from, to, severity }) => {
        const end = Math.min(to, length);
        return from < end ? [underline[severity].range(from, end)] : [];
      });
      next = Decoration.set(ranges, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const underline = {
  error: Decoration.mark({ class: "underline decoration-bad decoration-wavy decoration-1 underline-offset-3" }),
  warning: Decoration.mark({ class: "underline decoration-warn decoration-wavy decoration-1 underline-offset-3" }),
};
