import { unreachable } from "../../../codegen/invariant.ts";
import { runsText } from "../../text/runs.ts";
import type { WaterfallRow } from "./waterfall-rows.ts";

/** What a line is called: a label a person wrote, or the node's id. */
export function rowName(row: WaterfallRow): string {
  switch (row.type) {
    case "step":
      // A container's own sleep has its label, and stands among its rounds.
      return row.step.type === "sleep" && row.step.kind === "control.repeat" ? runsText.waterfall.between : row.step.label || row.step.node;
    case "container":
      return row.container.label || row.container.id;
    case "round":
      return runsText.waterfall.round(row.number);
    case "loading":
      return runsText.waterfall.loadingChild;
    case "skipped":
      return runsText.waterfall.notReached(row.nodes.length);
    case "notReached":
      return row.node;
    default:
      return unreachable(row);
  }
}

/** A line's small facts behind its name: which round, how many of them, a retry, a reuse. */
export function RowFacts({ row }: { readonly row: WaterfallRow }) {
  const text = runsText.waterfall;
  if (row.type === "container") {
    if (row.rounds === 0) return null;
    return (
      <span className="shrink-0 text-2xs text-muted tabular-nums">
        <span className="@max-[28rem]:hidden">{text.rounds(row.rounds)}</span>
        <span aria-hidden className="@min-[28rem]:hidden">
          ×{row.rounds}
        </span>
        {row.failed > 0 ? <span className="text-bad @max-[28rem]:hidden"> · {text.failed(row.failed)}</span> : null}
      </span>
    );
  }
  if (row.type !== "step") return null;
  const { step, round } = row;
  return (
    <span className="flex shrink-0 items-center gap-1 text-2xs text-muted tabular-nums">
      {round === undefined ? null : <span>#{round}</span>}
      {step.attempt > 1 ? (
        <span className="rounded-sm bg-warn-soft px-1 text-warn" title={text.attempts(step.attempt)}>
          ×{step.attempt}
        </span>
      ) : null}
      {step.reused ? (
        <span className="rounded-sm bg-sunken px-1" title={text.reused}>
          {text.reusedShort}
        </span>
      ) : null}
    </span>
  );
}
