import { Fragment } from "react";
import { cn } from "../../../ui/cn.ts";
import type { Segment } from "./segments.ts";

/** The look of an expression inside of text, the same while it is read and while it is edited. */
export const chipStyle = "rounded-sm bg-accent-soft px-1 py-px font-medium text-accent box-decoration-clone";
/** An expression whose text is being edited. */
export const openChipStyle = "rounded-sm bg-accent-soft py-px font-mono text-xs text-accent box-decoration-clone";

/** The look of a field's text: of its frame, and of the text in it. */
export function valueBoxStyle({
  multiline,
  mono,
  invalid,
  active,
  isOver = false,
  readOnly = false,
  hasButton = false,
}: {
  multiline: boolean;
  mono: boolean;
  invalid: boolean;
  active: boolean;
  /** Something that may be dropped is held over it. */
  isOver?: boolean;
  readOnly?: boolean;
  /** Leaves room for one at its right. */
  hasButton?: boolean;
}): string {
  return cn(
    "w-full min-w-0 rounded-md border px-2.5 py-1.25 leading-5 text-ink transition-colors hover:border-muted",
    mono ? "font-mono text-xs [font-variant-ligatures:none]" : "text-sm",
    multiline ? "min-h-18" : "min-h-8",
    isOver ? "border-accent" : invalid ? "border-bad" : active ? "border-focus" : "border-control",
    readOnly ? "bg-sunken" : isOver ? "bg-accent-soft" : "bg-surface",
    hasButton ? "pr-8" : "",
    active ? "outline-1 -outline-offset-1 outline-focus" : "",
  );
}

/** A field's text without an editor: plain text, and expressions as chips. Offsets ride along, to put the caret where one clicks. */
export function StaticValue({ segments, placeholder }: { readonly segments: readonly Segment[]; readonly placeholder: string }) {
  if (segments.length === 0) return <span className="text-faint">{placeholder === "" ? "\u200b" : placeholder}</span>;
  return segments.map((segment) =>
    segment.kind === "text" ? (
      <span key={segment.start} data-start={segment.start}>
        {segment.text}
      </span>
    ) : (
      // Lines break around chips as they do in the editor, so that nothing moves when it comes.
      <Fragment key={segment.start}>
        <wbr />
        <span data-start={segment.start} data-chip={segment.end} className={chipStyle}>
          {segment.label}
        </span>
        <wbr />
      </Fragment>
    ),
  );
}

/** The offset in the text that a point of a `StaticValue` is at; inside a chip, the end of its expression. */
export function offsetAtPoint(x: number, y: number, length: number): number {
  const place = document.caretPositionFromPoint?.(x, y);
  const node = place?.offsetNode;
  const span = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!span || !place) return length;
  const start = Number(span.dataset["start"]);
  const chipEnd = span.dataset["chip"];
  return chipEnd === undefined ? Math.min(start + place.offset, length) : Math.max(start + 2, Number(chipEnd) - 2);
}
