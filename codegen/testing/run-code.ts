import type { Graph, GraphNode } from "../schema/graph.ts";
import { pending } from "../../plugins/kit/pending.ts";
import { listNodeCalls, listNodeSleeps, listPolledNodes, loadUntilDone, loadWorkflow } from "./load-module.ts";
import type { Oracle } from "./oracle.ts";
import { readDuration } from "./oracle.ts";

/** What running a module shows: its durable work, and how and when it ended. Times are virtual milliseconds. */
export interface CodeTrace {
  readonly entries: readonly { readonly node: string; readonly start: number; readonly end: number }[];
  readonly ending: { readonly kind: "completed" | "failed"; readonly at: number };
}

/** Modules of the kit that emitted code imports, by specifier. */
export type KitModules = Readonly<Record<string, unknown>>;

/** The same graph with each step saying in its input which node it is, so that running its source shows that. */
export function nameSteps(graph: Graph): Graph {
  return { ...graph, nodes: graph.nodes.map(nameStep) };
}

function nameStep(node: GraphNode): GraphNode {
  if (node.kind === "http.request" || node.kind === "studio.render") return { ...node, config: { ...node.config, node: node.id } };
  if (node.kind === "code") return { ...node, config: { source: `return runStep(${JSON.stringify(node.id)});` } };
  if (node.kind === "control.call") return { ...node, config: { ...node.config, input: { node: node.id } } };
  return node;
}

/** Runs an emitted module (either target) in virtual time with what the oracle says of each step and wait. */
export async function runCode(source: string, name: string, oracle: Oracle, kit: KitModules): Promise<CodeTrace> {
  const clock = new Clock();
  const entries: { node: string; start: number; end: number }[] = [];
  const runStep = async (node: string): Promise<unknown> => {
    const { duration, fails } = oracle.step(node);
    entries.push({ node, start: clock.now, end: clock.now + duration });
    await clock.wait(duration);
    if (fails) throw new Error(`${node} failed`);
    return { status: 200, headers: {}, body: null };
  };
  const createHook = ({ metadata }: { metadata: { node: string } }): Promise<unknown> => {
    const { duration, port } = oracle.wait(metadata.node);
    entries.push({ node: metadata.node, start: clock.now, end: clock.now + duration });
    if (port === "timeout") return new Promise(() => undefined);
    return clock.wait(duration).then(() => ({ approved: port === "approved", by: "someone", at: "" }));
  };
  // A job takes as long as the oracle says, and nothing runs meanwhile: the step is asked twice.
  const runJob = async (node: string, options?: { job?: unknown }): Promise<unknown> => {
    const { duration, fails } = oracle.step(node);
    if (options?.job === undefined) {
      entries.push({ node, start: clock.now, end: clock.now + duration });
      return pending({ node }, `${duration}ms`);
    }
    if (fails) throw new Error(`${node} failed`);
    return { url: "https://example.com/video", seconds: 1, details: null };
  };
  const byInput = (input: { node: string }): Promise<unknown> => runStep(input.node);
  const jobByInput = (input: { node: string }, options?: { job?: unknown }): Promise<unknown> => runJob(input.node, options);
  const sleep = (time: string | Date): Promise<void> => clock.wait(typeof time === "string" ? readDuration(time) : 0);
  const modules: Record<string, unknown> = {
    ...kit,
    workflow: {
      createHook,
      sleep,
      FatalError: Error,
    },
    "@/plugins/kit/env": { env: { REGION: "eu" } },
    "@/plugins/kit/until-done": loadUntilDone((milliseconds) => clock.wait(milliseconds)),
    "@/plugins/http/steps/request": { request: byInput },
    "@/plugins/studio/steps/render": { render: jobByInput },
  };
  const load = (specifier: string): unknown =>
    specifier.startsWith("@/workflows/") ? new Proxy({}, { get: () => byInput }) : modules[specifier];
  const polled = listPolledNodes(source);
  const callOf = (node: string) =>
    polled.has(node) ? (_input: unknown, options?: { job?: unknown }) => runJob(node, options) : () => runStep(node);
  const byNode = listNodeCalls(source).map(({ callee, node }) => [callee, callOf(node)] as const);
  const sleeps = listNodeSleeps(source).map((callee) => [callee, sleep] as const);
  const run = loadWorkflow(source, name, { load, globals: { runStep, ...Object.fromEntries<unknown>([...byNode, ...sleeps]) } });
  let ending: CodeTrace["ending"] | undefined;
  const input = { ...oracle.flags };
  run(input).then(
    () => (ending = { kind: "completed", at: clock.now }),
    () => (ending = { kind: "failed", at: clock.now }),
  );
  for (;;) {
    await settle();
    if (ending) return { entries, ending };
    if (!clock.advance()) throw new Error("the module waits for nothing");
  }
}

/** Lets every promise that can go on do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

class Clock {
  now = 0;
  private readonly timers: { readonly at: number; readonly resolve: () => void }[] = [];

  wait(duration: number): Promise<void> {
    return new Promise((resolve) => this.timers.push({ at: this.now + duration, resolve }));
  }

  /** Goes to the next instant at which something happens; false when there is none. */
  advance(): boolean {
    if (this.timers.length === 0) return false;
    this.now = Math.min(...this.timers.map((timer) => timer.at));
    for (const timer of this.timers.filter(({ at }) => at === this.now)) {
      this.timers.splice(this.timers.indexOf(timer), 1);
      timer.resolve();
    }
    return true;
  }
}

/** The durable work of a trace as sorted lines, for comparing and reading. */
export function printCodeTrace({ entries, ending }: CodeTrace): string[] {
  const started = entries.filter((entry) => entry.start < ending.at);
  return [...started.map(({ node, start, end }) => `${start}–${end} ${node}`).sort(), `${ending.kind} at ${ending.at}`];
}
