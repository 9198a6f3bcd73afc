import { parseTemplateOnce } from "../../codegen/expression/cache.ts";
import { references } from "../../codegen/expression/references.ts";
import { wholeExpression } from "../../codegen/expression/template.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { configOf } from "../../codegen/schema/node-facts.ts";
import type { Server } from "../running-server.ts";
import type { TracedRun } from "./store.ts";
import { selectNewestSteps } from "./store.ts";

/** How many runs are looked at, newest first. */
const MOST_RUNS = 20;
const MOST_SINGLY = 20;

/** What the newest runs of a workflow gave, whole: node → its newest output, the trigger's being the input; and a loop's variable → its first item. */
export async function collectSamples(
  server: Pick<Server, "database" | "engine">,
  workspaceId: string,
  workflowId: string,
  graph: Graph,
): Promise<{ run: string | null; values: Record<string, unknown> }> {
  const runs = await selectNewestSteps(server.database, workspaceId, workflowId, MOST_RUNS);
  const nodes = new Set(graph.nodes.map((node) => node.id));
  const calls = new Set(graph.nodes.flatMap((node) => (node.kind === "control.call" ? [node.id] : [])));
  const values = new Map<string, unknown>();
  let newest: string | null = null;
  for (const { runId, input, trigger, steps } of runs) {
    const wanted = steps.filter((step) => nodes.has(step.node) && !values.has(step.node));
    const givesInput = trigger !== null && nodes.has(trigger) && !values.has(trigger);
    if (givesInput) values.set(trigger, input);
    for (const [node, output] of await readOutputs(server, runId, wanted, calls)) values.set(node, output);
    if (givesInput || wanted.length > 0) newest ??= runId;
  }
  addLoopVariables(graph, values);
  return { run: newest, values: Object.fromEntries(values) };
}

/** Few are read one by one, since a run may have made thousands; many at once, since each costs a question to the database. */
async function readOutputs(
  server: Pick<Server, "engine">,
  runId: string,
  steps: TracedRun["steps"],
  calls: ReadonlySet<string>,
): Promise<[string, unknown][]> {
  const all = steps.length > MOST_SINGLY ? await server.engine.readSteps(runId) : undefined;
  return Promise.all(
    steps.map(async ({ node, id }): Promise<[string, unknown]> => {
      // What a called workflow gave is in its own run.
      const read = (calls.has(node) ? undefined : all?.get(id)) ?? (await server.engine.readStep(runId, id));
      return [node, read?.output ?? null];
    }),
  );
}

/** The first item of every loop that goes over what a sample holds. */
function addLoopVariables(graph: Graph, values: Map<string, unknown>): void {
  for (const node of graph.nodes) {
    const { as, items } = configOf(node);
    if (node.kind !== "control.forEach" || typeof as !== "string" || typeof items !== "string" || values.has(as)) continue;
    const list = readPath(items, values);
    if (Array.isArray(list) && list.length > 0) values.set(as, list[0]);
  }
}

/** The value of a template that is one plain path such as `{{ orders.body }}`. */
function readPath(text: string, values: ReadonlyMap<string, unknown>): unknown {
  const parsed = parseTemplateOnce(text);
  const expression = parsed.ok ? wholeExpression(parsed.template) : undefined;
  if (!expression || (expression.type !== "member" && expression.type !== "name" && expression.type !== "index")) return undefined;
  const [reference, ...more] = references(expression);
  if (!reference || more.length > 0 || !values.has(reference.name)) return undefined;
  return reference.path.reduce(
    (value: unknown, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    values.get(reference.name),
  );
}
