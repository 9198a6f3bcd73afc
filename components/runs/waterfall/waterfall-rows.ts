import type { Graph } from "../../../codegen/schema/graph.ts";
import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";
import type { Status } from "../../ui/run-status.tsx";
import { hasEnded } from "../timeline/apply-messages.ts";
import type { Container, Round } from "./assign-rounds.ts";
import { assignRounds, containersOf } from "./assign-rounds.ts";
import { combineStatuses, stepStatus } from "./step-status.ts";

/** One line of the waterfall. `from` and `to` are milliseconds since the epoch; `to` is undefined for what goes on. */
export type WaterfallRow = {
  /** Unique in the waterfall, and the same when the run has moved on. */
  readonly key: string;
  readonly depth: number;
  readonly status: Status;
  readonly from: number;
  readonly to: number | undefined;
  /** Undefined for what cannot be opened. */
  readonly open: boolean | undefined;
} & (
  | { readonly type: "step"; readonly run: string; readonly step: TimelineStep; readonly round: number | undefined }
  | { readonly type: "container"; readonly container: Container; readonly rounds: number; readonly failed: number }
  | { readonly type: "round"; readonly number: number }
  | { readonly type: "loading"; readonly run: string }
  | { readonly type: "skipped"; readonly nodes: readonly string[] }
  | { readonly type: "notReached"; readonly node: string }
);

export interface WaterfallInput {
  readonly timeline: RunTimeline;
  /** The run's own version, for its containers; steps stand flat without it. */
  readonly graph: Graph | undefined;
  /** What a person opened or closed, by key. */
  readonly folds: ReadonlyMap<string, boolean>;
  /** Timelines of children that were opened, as far as they are there. */
  readonly children: ReadonlyMap<string, RunTimeline>;
}

type Item = { readonly step: TimelineStep } | Group;
interface Group {
  readonly container: Container;
  readonly rounds: Map<number | undefined, Item[]>;
  readonly groups: Map<string, Group>;
}

/** A container with more rounds than this is closed at first. */
const OPEN_ROUNDS = 12;

/** The lines of a run: its steps in the order they began, within their containers' rounds, children's steps below the step that called them. */
export function waterfallRows({ timeline, graph, folds, children }: WaterfallInput): WaterfallRow[] {
  const rows = runRows(timeline, graph, { folds, children, prefix: "", depth: 0 });
  if (hasEnded(timeline.run.status) && timeline.skipped.length > 0) {
    const to = Date.parse(timeline.run.endedAt ?? timeline.run.createdAt);
    const line = { status: "skipped", from: to, to, depth: 0 } as const;
    const open = folds.get("skipped") ?? false;
    rows.push({ ...line, type: "skipped", key: "skipped", nodes: timeline.skipped, open });
    if (open) {
      for (const node of timeline.skipped)
        rows.push({ ...line, type: "notReached", key: `skipped/${node}`, node, depth: 1, open: undefined });
    }
  }
  return rows;
}

interface Place {
  readonly folds: ReadonlyMap<string, boolean>;
  readonly children: ReadonlyMap<string, RunTimeline>;
  readonly prefix: string;
  readonly depth: number;
}

function runRows({ run, steps }: RunTimeline, graph: Graph | undefined, place: Place): WaterfallRow[] {
  const items = groupSteps(steps, graph);
  const rows: WaterfallRow[] = [];
  const ended = hasEnded(run.status);
  for (const item of items) addItem(rows, item, { ...place, run: run.id, ended });
  return rows;
}

function groupSteps(steps: readonly TimelineStep[], graph: Graph | undefined): Item[] {
  const containers: ReturnType<typeof containersOf> = graph ? containersOf(graph) : new Map();
  const rounds = assignRounds(steps, containers);
  const items: Item[] = [];
  const groups = new Map<string, Group>();
  for (const step of steps) {
    const around = containers.get(step.node) ?? [];
    const path = rounds.get(step.id) ?? [];
    let list = items;
    let known = groups;
    for (const [depth, container] of around.entries()) {
      const round: Round | undefined = path[depth];
      // A container's rounds hold groups of their own: an inner loop starts anew in each.
      const key = `${container.id} ${path[depth - 1]?.number ?? ""}`;
      let group = known.get(key);
      if (!group) {
        group = { container, rounds: new Map(), groups: new Map() };
        known.set(key, group);
        list.push(group);
      }
      list = group.rounds.get(round?.number) ?? [];
      group.rounds.set(round?.number, list);
      known = group.groups;
    }
    list.push({ step });
  }
  return items;
}

type Context = Place & { readonly run: string; readonly ended: boolean };

function addItem(rows: WaterfallRow[], item: Item, context: Context, round?: number): void {
  if ("step" in item) addStep(rows, item.step, context, round);
  else addGroup(rows, item, context);
}

function addStep(rows: WaterfallRow[], step: TimelineStep, context: Context, round: number | undefined): void {
  const { prefix, depth, folds, children, run, ended } = context;
  const key = `${prefix}${step.id}`;
  const open = step.childRun === null ? undefined : (folds.get(key) ?? false);
  const to = step.endedAt === null ? undefined : Date.parse(step.endedAt);
  const from = Date.parse(step.createdAt);
  rows.push({ type: "step", key, depth, status: stepStatus(step, ended), from, to, open, run, step, round });
  if (open !== true || step.childRun === null) return;
  const child = children.get(step.childRun);
  if (child) rows.push(...runRows(child, undefined, { folds, children, prefix: `${key}/`, depth: depth + 1 }));
  else
    rows.push({
      type: "loading",
      key: `${key}/loading`,
      depth: depth + 1,
      status: "pending",
      from,
      to,
      open: undefined,
      run: step.childRun,
    });
}

function addGroup(rows: WaterfallRow[], group: Group, context: Context): void {
  const { prefix, depth, folds } = context;
  const { container, rounds } = group;
  const key = `${prefix}${container.id}`;
  const extent = extentOf(group, context.ended);
  const open = folds.get(key) ?? rounds.size <= OPEN_ROUNDS;
  rows.push({ type: "container", key, depth, ...extent, open, container, rounds: rounds.has(undefined) ? 0 : rounds.size });
  if (!open) return;
  const isOwn = (item: Item): boolean => "step" in item && item.step.node === container.id;
  const isFlat = rounds.size === 1 || [...rounds.values()].every((items) => items.filter((item) => !isOwn(item)).length === 1);
  for (const [number, items] of rounds) {
    const inside = { ...context, prefix: `${key}#${number ?? ""}/`, depth: depth + 1 };
    if (isFlat || number === undefined) {
      for (const item of items) addItem(rows, item, inside, rounds.size > 1 && !isOwn(item) ? number : undefined);
      continue;
    }
    const roundKey = `${key}#${number}`;
    const { failed: _failed, ...roundExtent } = extentOf({ ...group, rounds: new Map([[number, items]]) }, context.ended);
    const roundOpen = folds.get(roundKey) ?? roundExtent.status !== "completed";
    rows.push({ type: "round", key: roundKey, depth: depth + 1, ...roundExtent, open: roundOpen, number });
    if (roundOpen) for (const item of items) addItem(rows, item, { ...inside, depth: depth + 2 });
  }
}

/** From the first beginning to the last end of all steps in a group, and what shows of their statuses. */
function extentOf(group: Group, ended: boolean): { from: number; to: number | undefined; status: Status; failed: number } {
  let from = Infinity;
  let to: number | undefined = 0;
  let failed = 0;
  const statuses: Status[] = [];
  for (const items of group.rounds.values()) {
    let hasFailed = false;
    for (const item of items) {
      const extent =
        "step" in item
          ? {
              from: Date.parse(item.step.createdAt),
              to: item.step.endedAt === null ? undefined : Date.parse(item.step.endedAt),
              status: stepStatus(item.step, ended),
            }
          : extentOf(item, ended);
      from = Math.min(from, extent.from);
      to = to === undefined || extent.to === undefined ? undefined : Math.max(to, extent.to);
      statuses.push(extent.status);
      if (extent.status === "failed") hasFailed = true;
    }
    if (hasFailed) failed++;
  }
  return { from, to, status: combineStatuses(statuses), failed };
}
