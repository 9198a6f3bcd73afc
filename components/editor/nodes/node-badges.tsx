"use client";
import { CircleAlert, CircleOff, Minus, Pencil, Pin, Plus, TriangleAlert } from "lucide-react";
import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { useOpenDocument } from "../document-context.tsx";
import type { ChangeMark } from "../ai/preview.ts";
import type { NodeProblems } from "./node-facts.ts";

const badge =
  "inline-flex h-5 items-center gap-1 rounded-full border bg-surface text-2xs font-medium tabular-nums shadow-low [&_svg]:size-3";

/** Small facts on a node's upper edge: problems, that it is off, that its output is pinned. The canvas hears a click on `data-act`. */
export function NodeBadges({
  id,
  disabled,
  problems,
  mark,
}: {
  readonly id: string;
  readonly disabled: boolean;
  readonly problems: NodeProblems | undefined;
  readonly mark: ChangeMark | undefined;
}) {
  const { details } = useOpenDocument();
  const isPinned = Object.hasOwn(details.pins, id);
  if (!disabled && !isPinned && !problems && !mark) return null;
  const isError = problems !== undefined && problems.errors > 0;
  return (
    <div aria-hidden className="absolute -top-2.5 right-3 flex gap-1">
      {mark ? <MarkBadge mark={mark} /> : null}
      {disabled ? (
        <span className={cn(badge, "border-line-strong px-1.5 text-muted")}>
          <CircleOff />
          {canvasText.node.disabledBadge}
        </span>
      ) : null}
      {isPinned ? (
        <Tooltip label={canvasText.node.pinned} side="top">
          <span className={cn(badge, "border-line-strong px-1 text-accent")}>
            <Pin />
          </span>
        </Tooltip>
      ) : null}
      {problems ? (
        <Tooltip label={problems.message} side="top">
          <span
            data-act="problem"
            className={cn(
              badge,
              "nodrag px-1.5",
              isError ? "border-bad/50 text-bad hover:bg-bad-soft" : "border-warn/50 text-warn hover:bg-warn-soft",
            )}
          >
            {isError ? <CircleAlert /> : <TriangleAlert />}
            {isError ? problems.errors : problems.warnings}
          </span>
        </Tooltip>
      ) : null}
    </div>
  );
}

const MARKS = {
  added: { Icon: Plus, tone: "border-good/60 text-good" },
  changed: { Icon: Pencil, tone: "border-warn/60 text-warn" },
  removed: { Icon: Minus, tone: "border-bad/60 text-bad" },
} as const;

function MarkBadge({ mark }: { readonly mark: ChangeMark }) {
  const { Icon, tone } = MARKS[mark];
  return (
    <span className={cn(badge, tone)}>
      <Icon />
      {canvasText.node.marks[mark]}
    </span>
  );
}

/** The words of the badges, for a node's name. */
export function describeBadges(disabled: boolean, problems: NodeProblems | undefined, mark: ChangeMark | undefined): readonly string[] {
  return [
    mark === undefined ? "" : canvasText.node.marks[mark],
    disabled ? canvasText.node.disabledBadge : "",
    problems === undefined ? "" : String(problems.errors > 0 ? problems.errors : problems.warnings),
  ];
}
