import type { Graph } from "../../../codegen/schema/graph.ts";
import type { TimelineStep } from "../../../lib/api/run-schemas.ts";

/** A container as a run's steps are grouped by it. */
export interface Container {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  /** Whether rounds overlap, so that a step's place in time does not tell its round. */
  readonly concurrent: boolean;
}

/** Where a step stands: a round of a container, from the outside in. A round counts from 1; undefined where it cannot be told. */
export interface Round {
  readonly container: string;
  readonly number: number | undefined;
}

/** The containers around each node, from the outside in. A container is around itself too: what it does between rounds is in it. */
export function containersOf(graph: Graph): ReadonlyMap<string, readonly Container[]> {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const parents = new Set(graph.nodes.map((node) => node.parent));
  const found = new Map<string, readonly Container[]>();
  for (const node of graph.nodes) {
    const around: Container[] = [];
    const seen = new Set<string>();
    for (
      let parent = parents.has(node.id) ? node : byId.get(node.parent ?? "");
      parent && !seen.has(parent.id);
      parent = byId.get(parent.parent ?? "")
    ) {
      seen.add(parent.id);
      const { concurrency = 1 } = parent.config ?? {};
      around.unshift({ id: parent.id, label: parent.label ?? "", kind: parent.kind, concurrent: concurrency !== 1 });
    }
    if (around.length > 0) found.set(node.id, around);
  }
  return found;
}

/**
 * The rounds that steps belong to, read from their order: in a container whose rounds follow each other a new one begins when a node comes
 * again; where they overlap, a node's n-th call is the n-th round's.
 */
export function assignRounds(
  steps: readonly TimelineStep[],
  containers: ReadonlyMap<string, readonly Container[]>,
): ReadonlyMap<string, readonly Round[]> {
  const assigned = new Map<string, readonly Round[]>();
  const current = new Map<string, { number: number; seen: Map<string, number> }>();
  for (const step of steps) {
    const around = containers.get(step.node);
    if (!around) continue;
    const rounds: Round[] = [];
    let overlapping = false;
    let restarted = false;
    for (const [depth, container] of around.entries()) {
      const isInnermost = depth === around.length - 1;
      if (overlapping) {
        rounds.push({ container: container.id, number: undefined });
        continue;
      }
      let state = current.get(container.id);
      if (!state || restarted) {
        state = { number: 1, seen: new Map() };
        current.set(container.id, state);
        restarted = true;
      }
      const isOwn = step.node === container.id;
      const calls = isOwn ? 0 : (state.seen.get(step.node) ?? 0);
      if (container.concurrent) {
        overlapping = true;
        state.seen.set(step.node, calls + 1);
        rounds.push({ container: container.id, number: isInnermost && !isOwn ? calls + 1 : undefined });
        continue;
      }
      if (isInnermost) {
        if (calls > 0) {
          state.number++;
          state.seen.clear();
          forget(around, container.id, containers, current);
        }
        if (!isOwn) state.seen.set(step.node, 1);
      }
      rounds.push({ container: container.id, number: state.number });
    }
    assigned.set(step.id, rounds);
  }
  return assigned;
}

/** A new round of a container starts the containers inside it anew. */
function forget(
  around: readonly Container[],
  id: string,
  containers: ReadonlyMap<string, readonly Container[]>,
  current: Map<string, unknown>,
): void {
  const outside = new Set(around.map((container) => container.id));
  for (const inner of current.keys()) {
    if (!outside.has(inner) && containers.get(inner)?.some((container) => container.id === id)) current.delete(inner);
  }
}
