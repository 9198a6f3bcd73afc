import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";

/** A step as two runs had it, one beside the other. */
export interface AlignedStep {
  readonly key: string;
  readonly node: string;
  readonly label: string;
  /** Undefined where a run did not have it. */
  readonly a: TimelineStep | undefined;
  readonly b: TimelineStep | undefined;
}

/** The steps of two runs side by side: by id, which counts a node's calls; waits, whose ids are a run's own, by their turn. In the first run's order, the second's own where they belong. */
export function alignRuns(a: RunTimeline, b: RunTimeline): AlignedStep[] {
  const left = keyed(a);
  const right = keyed(b);
  const aligned: AlignedStep[] = [];
  const done = new Set<string>();
  const rest = [...right.entries()];
  let next = 0;
  const push = (key: string): void => {
    const one = left.get(key);
    const other = right.get(key);
    const step = one ?? other;
    if (!step || done.has(key)) return;
    done.add(key);
    aligned.push({ key, node: step.node, label: step.label, a: one, b: other });
  };
  for (const key of left.keys()) {
    // What only the second run had stands before the step that both had next.
    if (right.has(key)) {
      for (; next < rest.length && rest[next]?.[0] !== key; next++) {
        const other = rest[next]?.[0];
        if (other !== undefined && !left.has(other)) push(other);
      }
      if (rest[next]?.[0] === key) next++;
      else next = Math.max(0, rest.findIndex(([other]) => other === key) + 1);
    }
    push(key);
  }
  for (const [key] of rest) push(key);
  return aligned;
}

function keyed({ steps }: RunTimeline): Map<string, TimelineStep> {
  const turns = new Map<string, number>();
  return new Map(
    steps.map((step) => {
      if (step.id.startsWith("step_")) return [step.id, step];
      const turn = turns.get(step.node) ?? 0;
      turns.set(step.node, turn + 1);
      return [`${step.type} ${step.node} ${turn}`, step];
    }),
  );
}
