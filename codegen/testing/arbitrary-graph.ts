import * as fc from "fast-check";
import type { Catalog } from "../catalog.ts";
import { check } from "../check/check.ts";
import { ALWAYS } from "../lower/control-tree.ts";
import { indexGraph, readRegion } from "../lower/read-region.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";
import { hasErrorPort, isContainer, portsOf } from "../schema/node-facts.ts";
import { FLAGS } from "./oracle.ts";
import { hostileTexts } from "./hostile-texts.ts";

/** What arbitrary graphs may hold. */
export interface GraphOptions {
  /** Most nodes of one level; 12 when not given. */
  readonly size?: number;
  /** Whether texts are hostile ones; else they are short and plain. */
  readonly hostile?: boolean;
  /** Whether disabled and loose nodes and notes occur; they do when not given. */
  readonly extras?: boolean;
}

/**
 * Valid graphs with every construct of the language, containers nested three deep. Conditions read only the input (`input.f3 === true`), so
 * that one oracle drives the reference reader, the interpreter and the emitted code.
 */
export function arbitraryGraph(catalog: Catalog, options: GraphOptions = {}): fc.Arbitrary<Graph> {
  return (
    fc
      .array(fc.nat({ max: 0xffff }), { minLength: 8, maxLength: 600, size: "max" })
      .map((tape) => buildGraph(tape, catalog, options))
      // One in a thousand reads a node that can never run, or has a return whose standing alone `check` can't tell.
      .filter((graph) => check(graph, catalog).every(({ severity }) => severity !== "error"))
  );
}

interface Draft {
  readonly catalog: Catalog;
  readonly options: GraphOptions;
  readonly graph: Graph;
  /** A number below `limit`; smaller ones are simpler, and a spent tape gives zeros. */
  readonly pick: (limit: number) => number;
  names: number;
}

/** A name readable where a node is made, with the fallback a value that may be missing needs. */
interface Readable {
  readonly name: string;
  readonly text: string;
}

const ACTION = "http.request";
/** An action that polls, where the catalog has one. */
const POLLING = "studio.render";
const trickyIds = [
  "request",
  "sleep",
  "toString",
  "valueOf",
  "input2",
  "respond",
  "stepError",
  "fetch",
  "promise",
  "a",
  "aTask",
  "name",
  "of",
  "async",
  "untilDone",
  "render",
];

/** Builds a graph from a list of numbers. */
export function buildGraph(tape: readonly number[], catalog: Catalog, options: GraphOptions = {}): Graph {
  let at = 0;
  const pick = (limit: number): number => (tape[at++] ?? 0) % limit;
  const graph: Graph = { weft: 1, name: "arbitrary", nodes: [], edges: [] };
  const draft: Draft = { catalog, options, graph, pick, names: 0 };
  if (pick(2) === 1) graph.title = pickText(draft);
  if (pick(2) === 1) graph.description = pickText(draft);
  const trigger: GraphNode = { id: ["input", "trigger", "order"][pick(3)] ?? "input", kind: "trigger", config: { on: "manual" } };
  if (pick(2) === 1) trigger.label = pickText(draft);
  trigger.position = { x: 0, y: 0 };
  graph.nodes.push(trigger);
  fillLevel(draft, undefined, 0, [{ name: trigger.id, text: `{{ ${trigger.id}?.f0 ?? null }}` }]);
  if (options.extras !== false) addExtras(draft);
  addReturns(draft);
  shuffle(draft, graph.nodes);
  shuffle(draft, graph.edges);
  return graph;
}

function fillLevel(draft: Draft, parent: string | undefined, depth: number, outer: readonly Readable[]): void {
  const { graph, pick } = draft;
  const count = depth === 0 ? 1 + pick(draft.options.size ?? 12) : pick(5);
  const members: GraphNode[] = [];
  const ancestors = new Map<string, Set<GraphNode>>();
  for (let index = 0; index < count; index++) {
    const sources = pickSources(draft, members);
    const before = new Set(sources.flatMap(({ node }) => [...(ancestors.get(node.id) ?? []), node]));
    const readables = [...outer, ...[...before].flatMap((node) => describe(draft, node))];
    const node = makeNode(draft, parent, depth, readables);
    for (const source of sources) addEdge(graph, source.node.id, source.port, node.id);
    if (parent === undefined && sources.length === 0) addEdge(graph, draft.graph.nodes[0]?.id ?? "", "out", node.id);
    ancestors.set(node.id, before);
    graph.nodes.push(node);
    if (isContainer(node)) fillContainer(draft, node, depth, readables);
    members.push(node);
  }
}

function fillContainer(draft: Draft, node: GraphNode, depth: number, readables: readonly Readable[]): void {
  const config = node.config ?? {};
  const inner = typeof config["as"] === "string" ? [...readables, { name: config["as"], text: `{{ ${config["as"]} }}` }] : readables;
  fillLevel(draft, node.id, depth + 1, inner);
  if (node.kind !== "control.forEach" || draft.pick(2) === 0) return;
  const body = draft.graph.nodes.filter((child) => child.parent === node.id && child.disabled !== true);
  const texts = [...inner.slice(-1), ...body.flatMap((child) => describe(draft, child))].map(({ text }) => text);
  config["collect"] = texts[draft.pick(texts.length)] ?? null;
}

/** Edges from earlier nodes of the level, mostly recent ones; none makes an entry. */
function pickSources(draft: Draft, members: readonly GraphNode[]): { node: GraphNode; port: string }[] {
  const { pick, catalog } = draft;
  const wanted = [1, 1, 2, 1, 3, 0, 2, 4][pick(8)] ?? 1;
  const found = new Map<string, { node: GraphNode; port: string }>();
  for (let index = 0; index < wanted; index++) {
    const node = members[members.length - 1 - pick(Math.min(members.length, [1, 2, 3, 6, 20][pick(5)] ?? 1) || 1)];
    if (!node) continue;
    const ports = portsOf(node, catalog);
    // A failure is handled less often than not.
    const port = ports[0] === "out" && ports[1] === "error" ? (pick(3) === 2 ? "error" : "out") : ports[pick(ports.length || 1)];
    if (port !== undefined) found.set(`${node.id} ${port}`, { node, port });
  }
  return [...found.values()];
}

function makeNode(draft: Draft, parent: string | undefined, depth: number, readables: readonly Readable[]): GraphNode {
  const { pick } = draft;
  const kinds = [
    ACTION,
    ACTION,
    "control.if",
    "control.set",
    "control.if",
    "control.switch",
    "code",
    "control.approval",
    "control.waitForEvent",
  ];
  kinds.push("control.sleep", "control.call", "control.fail", ACTION, "control.if");
  if (depth < 3) kinds.push("control.forEach", "control.repeat");
  if (draft.catalog.actions.has(POLLING)) kinds.push(POLLING, POLLING);
  const kind = kinds[pick(kinds.length)] ?? ACTION;
  const node: GraphNode = { id: nameNode(draft), kind, config: makeConfig(draft, kind, readables) };
  if (pick(3) === 1) node.label = pickText(draft);
  if (parent !== undefined) node.parent = parent;
  if (draft.options.extras !== false && pick(12) === 11) node.disabled = true;
  const isAction = kind === ACTION || kind === POLLING;
  if (isAction && pick(6) === 5) node.connection = "team";
  if (isAction || kind === "code" || kind === "control.call") {
    const retries = pick(8);
    if (retries === 5) node.policy = { retries: 2 };
    if (retries === 6) node.policy = { onError: "continue" };
    if (retries === 7) node.policy = { timeout: "30s", onError: "fail" };
  }
  const output = isAction || kind === "code" || kind === "control.waitForEvent" ? pickOutput(draft, node) : undefined;
  if (output) node.output = output;
  node.position = { x: pick(2000), y: pick(2000) };
  return node;
}

/** Data of some shape, as the node says it; mostly it says nothing. */
function pickOutput({ pick }: Draft, node: GraphNode): Record<string, Json> | undefined {
  if (pick(3) !== 2) return undefined;
  // What that code gives is known.
  if (node.config?.["source"] === "return 1;") return { type: "number" };
  const shapes: Record<string, Json>[] = [
    { type: "string" },
    { type: "object", properties: { id: { type: "string", description: "A \n number */" }, "a b": { type: "integer" } }, required: ["id"] },
    { type: "array", items: { anyOf: [{ type: "number" }, { type: "array", items: { type: ["string", "null"] } }] }, description: "All" },
    { enum: ["a", 1, null, true] },
    { type: "object", additionalProperties: { const: "x" } },
    { type: "object", properties: { a: {} }, additionalProperties: true },
    {},
  ];
  return shapes[pick(shapes.length)];
}

function makeConfig(draft: Draft, kind: string, readables: readonly Readable[]): Record<string, Json> {
  const { pick } = draft;
  const value = (): Json => {
    const readable = readables[pick(readables.length)];
    switch (pick(5)) {
      case 0:
        return readable?.text ?? null;
      case 4:
        return pick(2) === 0 ? "{{ env.REGION }}" : "in {{ env.REGION }}";
      case 1:
        return pickText(draft);
      case 2:
        return pick(100);
      default:
        return { list: [readable?.text ?? null, true], text: pickText(draft) };
    }
  };
  switch (kind) {
    case ACTION:
      return { method: "POST", url: "https://example.com/", body: { type: "json", value: value() } };
    case POLLING:
      return { prompt: pickText(draft), scene: value() };
    case "code":
      return pick(2) === 0 ? { source: "return 1;" } : { source: "const two = a;\nreturn two;", inputs: { a: value() } };
    case "control.if":
      return { when: pickCondition(draft) };
    case "control.switch": {
      const cases = Array.from({ length: 1 + pick(3) }, (_, index): Json => ({
        port: ["gold", "a b", '"*/'][index] ?? "",
        when: pickCondition(draft),
      }));
      return { cases };
    }
    case "control.forEach": {
      const loop: Record<string, Json> = { items: Array.from({ length: pick(4) }, (_, index): Json => index), as: `item${draft.names++}` };
      if (pick(3) === 2) loop["concurrency"] = 1 + pick(3);
      return loop;
    }
    case "control.repeat":
      return { until: pickCondition(draft), max: 1 + pick(3), ...(pick(2) === 1 ? { every: `${1 + pick(60)}s` } : {}) };
    case "control.sleep":
      return pick(3) === 2 ? { until: "2020-01-01T00:00:00.000Z" } : { for: `${1 + pick(3000)}s` };
    case "control.approval": {
      const approval: Record<string, Json> = { message: pickText(draft) };
      if (pick(2) === 1) approval["timeout"] = `${1 + pick(900)}s`;
      if (pick(3) === 2) approval["notify"] = value();
      return approval;
    }
    case "control.waitForEvent":
      return pick(2) === 1 ? { timeout: `${1 + pick(900)}s` } : {};
    case "control.call":
      return { workflow: "child", input: value() };
    case "control.set":
      return { fields: { [["a", "b c", "__proto__x", "if"][pick(4)] ?? "a"]: value() } };
    default:
      return { message: pickText(draft) };
  }
}

/** How later nodes may read a node; a value that may be missing has a fallback. */
function describe(draft: Draft, node: GraphNode): Readable[] {
  if (node.disabled === true) return [];
  const binds = draft.catalog.actions.has(node.kind) || ["code", "control.set", "control.call", "control.repeat"].includes(node.kind);
  const waits = node.kind === "control.approval" || node.kind === "control.waitForEvent";
  const collects = node.kind === "control.forEach" && node.config?.["collect"] !== undefined;
  return binds || waits || collects ? [{ name: node.id, text: `{{ ${node.id} ?? null }}` }] : [];
}

function pickCondition(draft: Draft): string {
  const { pick, graph } = draft;
  return `${graph.nodes[0]?.id ?? "input"}.f${pick(FLAGS)} ${pick(4) === 3 ? "!" : "="}== true`;
}

function pickText(draft: Draft): string {
  if (draft.options.hostile !== true) return ["short", "", "a longer one"][draft.pick(3)] ?? "";
  return hostileTexts[draft.pick(hostileTexts.length)] ?? "";
}

function nameNode(draft: Draft): string {
  const taken = new Set(draft.graph.nodes.map((node) => node.id));
  const tricky = draft.pick(5) === 4 ? trickyIds[draft.pick(trickyIds.length)] : undefined;
  return tricky !== undefined && !taken.has(tricky) ? tricky : `n${draft.names++}`;
}

function addEdge(graph: Graph, source: string, port: string, target: string): void {
  const id = `e${graph.edges.length + 1}`;
  graph.edges.push(port === "out" ? { id, source, target } : { id, source, port, target });
}

function addExtras(draft: Draft): void {
  const { graph, pick } = draft;
  if (pick(3) === 2) graph.nodes.push({ id: nameNode(draft), kind: "note", config: { text: pickText(draft) }, position: { x: 5, y: 5 } });
  if (pick(3) === 2) {
    const first: GraphNode = { id: nameNode(draft), kind: "control.set", config: { fields: {} }, position: { x: 9, y: 9 } };
    graph.nodes.push(first);
    const second: GraphNode = { id: nameNode(draft), kind: "control.sleep", config: { for: "1s" } };
    graph.nodes.push(second);
    addEdge(graph, first.id, "out", second.id);
  }
}

/** Ends levels by `control.return` where everything else comes before it or excludes it. */
function addReturns(draft: Draft): void {
  const { graph, pick, catalog } = draft;
  const levels = [undefined, ...graph.nodes.filter((node) => isContainer(node) && isAlone(draft, node)).map((node) => node.id)];
  for (const parent of levels) {
    for (let tries = pick(4); tries > 0; tries--) {
      const ends = graph.nodes
        .filter((node) => node.parent === parent && node.kind !== "note")
        .flatMap((node) => portsOf(node, catalog).map((port) => ({ node, port })))
        .filter(({ node, port }) => port !== "error" || (hasErrorPort(node, catalog) && node.disabled !== true));
      const end = ends[pick(ends.length || 1)];
      if (!end) continue;
      const value = pick(2) === 0 ? {} : { value: pickText(draft) };
      const node: GraphNode = { id: nameNode(draft), kind: "control.return", config: value };
      if (parent !== undefined) node.parent = parent;
      graph.nodes.push(node);
      addEdge(graph, end.node.id, end.port, node.id);
      if (
        levels.every((level) => level !== parent || standsAlone(draft, node)) &&
        graph.nodes.every((other) => other.kind !== "control.return" || standsAlone(draft, other))
      )
        continue;
      graph.nodes.pop();
      graph.edges.pop();
    }
  }
}

/** Whether a container and those around it run each round on their own, so that a return inside ends the run. */
function isAlone(draft: Draft, node: GraphNode): boolean {
  if (node.disabled === true || (node.kind === "control.forEach" && (node.config?.["concurrency"] ?? 1) !== 1)) return false;
  const parent = draft.graph.nodes.find((other) => other.id === node.parent);
  return standsAlone(draft, node) && (!parent || isAlone(draft, parent));
}

function standsAlone(draft: Draft, node: GraphNode): boolean {
  const region = readRegion(indexGraph(draft.graph, draft.catalog), node.parent ?? "");
  const item = region.items.findIndex((other) => other.id === node.id);
  if (item === -1) return false;
  return region.items.every(
    (_, other) =>
      other === item ||
      region.before.has(item, other) ||
      region.before.has(other, item) ||
      region.tree.excludes(region.guards[item] ?? ALWAYS, region.guards[other] ?? ALWAYS),
  );
}

function shuffle<T>(draft: Draft, list: T[]): void {
  if (draft.pick(2) === 0) return;
  for (let index = list.length - 1; index > 0; index--) {
    const other = draft.pick(index + 1);
    const a = list[index];
    const b = list[other];
    if (a === undefined || b === undefined) continue;
    list[index] = b;
    list[other] = a;
  }
}
