import type { Catalog } from "../catalog.ts";
import type { Graph, GraphEdge, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";
import type { Oracle } from "./oracle.ts";
import { decide, readDuration } from "./oracle.ts";
import { runLoop } from "./run-loop.ts";
import type { Ending, Trace, TraceEntry } from "./trace.ts";
import { dropAfter, joinEndings } from "./trace.ts";

/**
 * The reference reader: runs a graph by a direct reading of section 2 of the language, in virtual time, sharing nothing with the compiler.
 * For each node: wait until all incoming edges are settled; run when one is live; then settle the outgoing ones.
 */
export function readGraph(graph: Graph, _catalog: Catalog, oracle: Oracle): Trace {
  const entries: TraceEntry[] = [];
  const ending = readLevel({ graph, oracle }, undefined, 0, [], entries);
  return { entries: dropAfter(entries, ending), ending };
}

interface World {
  readonly graph: Graph;
  readonly oracle: Oracle;
}

/** A settled node: when, and the ports it chose; none when it was skipped. */
interface Settled {
  readonly at: number;
  readonly ports: readonly string[];
}

function readLevel(world: World, parent: string | undefined, start: number, round: readonly number[], entries: TraceEntry[]): Ending {
  const { graph } = world;
  const members = graph.nodes.filter((node) => node.parent === parent && node.kind !== "note");
  const reached = parent === undefined ? findReached(graph) : new Set(members.map((node) => node.id));
  const settled = new Map<string, Settled>();
  const endings: Ending[] = [];
  let waiting = members.filter((node) => reached.has(node.id));
  while (waiting.length > 0) {
    const still: GraphNode[] = [];
    for (const node of waiting) {
      const incoming = graph.edges.filter((edge) => edge.target === node.id && reached.has(edge.source));
      const sources = incoming.map((edge) => settled.get(edge.source));
      if (sources.some((source) => source === undefined)) {
        still.push(node);
        continue;
      }
      const at = Math.max(start, ...sources.map((source) => source?.at ?? start));
      const live = incoming.length === 0 || incoming.some((edge) => isLive(edge, settled.get(edge.source)));
      const outcome = live ? runNode(world, node, at, round, entries, endings) : { at, ports: [] };
      if (outcome) settled.set(node.id, outcome);
    }
    // Only nodes behind a failure or a return are never reached.
    if (still.length === waiting.length) break;
    waiting = still;
  }
  return joinEndings([...endings, ...[...settled.values()].map(({ at }): Ending => ({ kind: "done", at }))], start);
}

function isLive(edge: GraphEdge, source: Settled | undefined): boolean {
  return source?.ports.includes(edge.port ?? "out") === true;
}

/** Runs a node; undefined when it ended the level. */
function runNode(
  world: World,
  node: GraphNode,
  start: number,
  round: readonly number[],
  entries: TraceEntry[],
  endings: Ending[],
): Settled | undefined {
  const { graph, oracle } = world;
  const catches = graph.edges.some((edge) => edge.source === node.id && edge.port === "error");
  const config: Readonly<Record<string, Json>> = node.config ?? {};
  const record = (end: number): number => {
    entries.push({ node: node.id, round, start, end });
    return end;
  };
  if (node.kind === "trigger") return { at: start, ports: ["out"] };
  if (node.disabled === true) {
    return {
      at: start,
      ports: graph.edges.filter((edge) => edge.source === node.id && edge.port !== "error").map((edge) => edge.port ?? "out"),
    };
  }
  switch (node.kind) {
    case "control.if":
      return { at: record(start), ports: [decide(oracle, String(config["when"])) ? "true" : "false"] };
    case "control.switch": {
      // The fixture of an arbitrary graph: cases are objects with a port and a condition.
      const cases = config["cases"] as { port: string; when: string }[];
      return { at: record(start), ports: [cases.find((item) => decide(oracle, item.when))?.port ?? "default"] };
    }
    case "control.set":
      return { at: record(start), ports: ["out"] };
    case "control.sleep":
      return { at: record(start + (config["for"] === undefined ? 0 : readDuration(config["for"]))), ports: ["out"] };
    case "control.approval":
    case "control.waitForEvent": {
      const { duration, port } = oracle.wait(node.id);
      return { at: record(start + duration), ports: [port] };
    }
    case "control.return":
      endings.push({ kind: "returned", at: record(start), node: node.id });
      return undefined;
    case "control.fail":
      endings.push({ kind: "failed", at: record(start), node: node.id });
      return undefined;
    case "control.forEach":
    case "control.repeat": {
      const inner: TraceEntry[] = [];
      const loop = { kind: node.kind, id: node.id, config };
      const ending = runLoop(loop, oracle, start, (at, count) => readLevel(world, node.id, at, [...round, count], inner));
      entries.push(...dropAfter(inner, ending));
      record(ending.at);
      return settleFailing(ending, catches, endings);
    }
    default: {
      const { duration, fails } = oracle.step(node.id);
      const at = record(start + duration);
      const fatal = fails && (catches || node.policy?.onError !== "continue");
      return settleFailing(fatal ? { kind: "failed", at, node: node.id } : { kind: "done", at }, catches, endings);
    }
  }
}

function settleFailing(ending: Ending, catches: boolean, endings: Ending[]): Settled | undefined {
  if (ending.kind === "done") return { at: ending.at, ports: ["out"] };
  if (ending.kind === "failed" && catches) return { at: ending.at, ports: ["error"] };
  endings.push(ending);
  return undefined;
}

function findReached(graph: Graph): Set<string> {
  const reached = new Set(graph.nodes.filter((node) => node.kind === "trigger").map((node) => node.id));
  for (const id of reached) for (const edge of graph.edges) if (edge.source === id) reached.add(edge.target);
  return reached;
}
