import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import { isPending } from "../../plugins/kit/pending.ts";
import type { TimelineStep } from "../api/run-schemas.ts";
import type { RecordedCall, RecordedSleep, RecordedWait, Recording } from "../exports/template/tests/recording.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findFullRunRow } from "../runs/store.ts";
import { stepNameOf } from "./recorded-run.ts";

/** Something that ended, and what a recording says of it. */
interface Ending<Entry extends RecordedCall | RecordedWait | RecordedSleep = RecordedCall | RecordedWait | RecordedSleep> {
  readonly step: TimelineStep;
  readonly entry: Entry;
}

const NEVER = "9999-12-31T23:59:59Z";
const CALLS: ReadonlySet<TimelineStep["type"]> = new Set(["step", "child"]);

/** What came of a run's calls and waits, in the order in which it came, as far as the module that people read can tell. */
export async function recordEndings(
  server: Pick<Server, "database" | "engine">,
  access: Access,
  {
    id,
    steps,
    graph,
    values,
  }: {
    readonly id: string;
    readonly steps: readonly TimelineStep[];
    readonly graph: Graph;
    /** By step, in the order of their ends. */
    readonly values: ReadonlyMap<string, { readonly input: unknown; readonly output: unknown }>;
  },
): Promise<Recording["endings"]> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const calls = steps.map(async (step) => {
    const node = nodes.get(step.node);
    if (!CALLS.has(step.type) || node === undefined || node.kind === "code") return [];
    const { input, output } = values.get(step.id) ?? { input: null, output: undefined };
    // A job under way is asked for again; what it comes to is what counts.
    if (isPending(output)) return [];
    const name = stepNameOf(step.type === "child" ? { workflow: String(node.config?.["workflow"]) } : { action: node.kind });
    return [{ step, entry: { node: step.node, step: name, input, ...(await outcomeOf(server, access, step, output)) } }];
  });
  const waits = steps.map(async (step): Promise<Ending<RecordedWait>[]> => {
    if (step.type !== "approval" && step.type !== "event") return [];
    const { output } = (await server.engine.readStep(id, step.id)) ?? {};
    const nth = steps.filter(({ id: other, node }) => node === step.node && other < step.id).length;
    return [{ step, entry: { wait: step.node, nth, ...(output === undefined ? {} : { answer: output }) } }];
  });
  const waited = (await Promise.all(waits)).flat();
  const endings = [...(await Promise.all(calls)).flat(), ...waited, ...sleepsOf(steps, nodes, waited)];
  // Of steps that ended in the same millisecond the log knows which was first; what has not ended comes last.
  const places = new Map([...values.keys()].map((stepId, place) => [stepId, place]));
  const placeOf = ({ step }: Ending): number => places.get(step.id) ?? -1;
  const timeOf = ({ step }: Ending): number => Date.parse(endOf(step) ?? NEVER);
  endings.sort((a, b) => timeOf(a) - timeOf(b) || placeOf(a) - placeOf(b));
  return endings.map(({ step, entry }) => {
    const at = endOf(step);
    return at === undefined ? entry : { at, ...entry };
  });
}

/** The ends of sleeps, and of timeouts that nobody answered before. What began them, in the order of the code, is in their ids. */
function sleepsOf(
  steps: readonly TimelineStep[],
  nodes: ReadonlyMap<string, GraphNode>,
  waited: readonly Ending<RecordedWait>[],
): Ending<RecordedSleep>[] {
  const answered = new Set(waited.flatMap(({ step, entry }) => (entry.answer === undefined ? [] : [step])));
  return steps
    .filter(({ node, type, until }) => (type === "sleep" ? nodes.get(node)?.kind === "control.sleep" : !CALLS.has(type) && until !== null))
    .toSorted((a, b) => (drawnId(a) < drawnId(b) ? -1 : 1))
    .flatMap((step, sleep) => (step.status === "completed" && !answered.has(step) ? [{ step, entry: { sleep } }] : []));
}

function drawnId({ id }: TimelineStep): string {
  return id.slice(id.indexOf("_") + 1);
}

/** When it ended; undefined for what the run's end cut off. */
function endOf({ status, endedAt }: TimelineStep): string | undefined {
  return status === "cancelled" ? undefined : (endedAt ?? undefined);
}

async function outcomeOf(
  server: Pick<Server, "database">,
  access: Access,
  step: TimelineStep,
  output: unknown,
): Promise<Pick<RecordedCall, "output" | "error" | "cutOff">> {
  if (step.status === "cancelled") return { cutOff: true };
  if (step.error) {
    const { message, name, status } = step.error;
    return { error: { message, ...(name === undefined ? {} : { name }), ...(status === undefined ? {} : { status }) } };
  }
  if (step.childRun === null) return output === undefined ? {} : { output };
  const child = await findFullRunRow(server.database, access.workspaceId, step.childRun);
  return { output: child?.result ?? null };
}
