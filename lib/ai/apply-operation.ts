import type { Catalog } from "../../codegen/catalog.ts";
import { nearestName } from "../../codegen/check/nearest-name.ts";
import { renameNode } from "../../codegen/rename.ts";
import type { Graph, GraphEdge, GraphNode } from "../../codegen/schema/graph.ts";
import { isIdentifier } from "../../codegen/schema/identifiers.ts";
import type { Json } from "../../codegen/schema/json.ts";
import { configOf, isContainer, nodeKind, portOf, portsOf } from "../../codegen/schema/node-facts.ts";
import { SCRUBBED } from "../shares/scrub-text.ts";
import type { Operation } from "./operation.ts";

/** What operations may name beside the document. */
export interface OperationContext {
  readonly catalog: Catalog;
  /** Aliases of connections that exist. */
  readonly connections: ReadonlySet<string>;
}

/** Why an operation cannot be applied: a sentence that the model and the person read. */
export class OperationProblem extends Error {
  override readonly name = "OperationProblem";
}

/** More are no workflow that a person drew. */
const MOST_NODES = 500;

/**
 * The document after the operation; the given one stays. Throws an OperationProblem for what cannot be: an unknown kind, id, port or connection,
 * an edge through a container's wall, a value that was hidden from the model. What only the whole graph shows is for `check`.
 */
export function applyOperation(graph: Graph, operation: Operation, context: OperationContext): Graph {
  refuseHidden(operation);
  switch (operation.op) {
    case "setWorkflow": {
      const { name, title, description } = operation;
      if (name !== undefined) requireIdentifier(name);
      return { ...graph, ...defined({ name, title, description }) };
    }
    case "addNode":
      return addNode(graph, operation, context);
    case "setNode":
      return setNode(graph, operation, context);
    case "removeNode": {
      const node = find(graph, operation.id);
      if (node.kind === "trigger") throw new OperationProblem("The trigger cannot be removed; set its config instead.");
      const gone = new Set([node.id, ...insideOf(graph, node.id)]);
      return {
        ...graph,
        nodes: graph.nodes.filter(({ id }) => !gone.has(id)),
        edges: graph.edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target)),
      };
    }
    case "renameNode": {
      find(graph, operation.id);
      requireNewId(graph, operation.to);
      return renameNode(graph, operation.id, operation.to);
    }
    case "connect":
      return connect(graph, operation.from, operation.to, context);
    case "disconnect": {
      const { id, port } = readExit(graph, operation.from);
      const edges = graph.edges.filter(
        (edge) => !(edge.source === id && edge.target === operation.to && (port === undefined || portOf(edge) === port)),
      );
      if (edges.length === graph.edges.length) throw new OperationProblem(`There is no edge from ${operation.from} to ${operation.to}.`);
      return { ...graph, edges };
    }
    case "say":
      return graph;
  }
}

type Add = Extract<Operation, { op: "addNode" }>;
type Change = Extract<Operation, { op: "setNode" }>;

function addNode(graph: Graph, operation: Add, context: OperationContext): Graph {
  const { id, kind, label, config, parent, policy, output, after = [] } = operation;
  if (graph.nodes.length >= MOST_NODES) throw new OperationProblem(`A workflow of more than ${MOST_NODES} nodes is not proposed.`);
  requireNewId(graph, id);
  if (!nodeKind(kind, context.catalog)) throw new OperationProblem(unknownKind(kind, context.catalog));
  if (kind === "trigger" && graph.nodes.some((node) => node.kind === "trigger")) {
    throw new OperationProblem("There is a trigger already: change it with setNode.");
  }
  if (parent !== undefined && !isContainer(find(graph, parent))) throw new OperationProblem(`${parent} holds no nodes.`);
  const connection = readConnection(operation.connection, context);
  const node: GraphNode = {
    id,
    kind,
    ...defined({ label, config, connection, parent, policy: policy ?? undefined, output: output ?? undefined }),
  };
  let next: Graph = { ...graph, nodes: [...graph.nodes, node] };
  for (const exit of typeof after === "string" ? [after] : after) next = connect(next, exit, id, context);
  return next;
}

function setNode(graph: Graph, operation: Change, context: OperationContext): Graph {
  const node = find(graph, operation.id);
  const next: GraphNode = { ...node };
  if (operation.label !== undefined) next.label = operation.label;
  if (operation.config !== undefined) next.config = mergeConfig(node, operation.config);
  if (operation.disabled !== undefined) next.disabled = operation.disabled;
  if (operation.connection !== undefined) next.connection = readConnection(operation.connection, context);
  if (operation.policy !== undefined) next.policy = operation.policy ?? undefined;
  if (operation.output !== undefined) next.output = operation.output ?? undefined;
  if (next.disabled === false) delete next.disabled;
  for (const key of ["connection", "policy", "output"] as const) if (next[key] === undefined) delete next[key];
  return { ...graph, nodes: graph.nodes.map((other) => (other === node ? next : other)) };
}

/** A trigger of another kind has another config; any other keeps what is not named. */
function mergeConfig(node: GraphNode, config: Readonly<Record<string, Json>>): Record<string, Json> {
  const before = configOf(node);
  const startsAnew = node.kind === "trigger" && config["on"] !== undefined && config["on"] !== before["on"];
  const { input } = before;
  const kept = startsAnew ? (input === undefined ? {} : { input }) : before;
  const merged = { ...kept, ...config };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

function connect(graph: Graph, from: string, to: string, { catalog }: OperationContext): Graph {
  const { id, port } = readExit(graph, from);
  const [source, target] = [find(graph, id), find(graph, to)];
  const chosen = port ?? (portsOf(source, catalog).includes("out") ? "out" : undefined);
  const ports = portsOf(source, catalog);
  if (chosen === undefined || !ports.includes(chosen)) {
    const which = ports.length === 0 ? "nothing comes after it" : `it has the ports ${ports.map((name) => `${id}.${name}`).join(", ")}`;
    throw new OperationProblem(`${port === undefined ? `${id} needs a port` : `${id} has no port ${port}`}: ${which}.`);
  }
  if (source.parent === target.id) throw new OperationProblem(`${to} holds ${id}: its body needs no edge to it.`);
  if (target.parent === source.id) throw new OperationProblem(`${id} holds ${to}: a node without incoming edges starts its round.`);
  if (source.parent !== target.parent)
    throw new OperationProblem(`${id} and ${to} are not in the same container: an edge cannot cross its wall.`);
  if (target.kind === "trigger") throw new OperationProblem("Nothing comes before the trigger.");
  if (target.kind === "note" || source.kind === "note") throw new OperationProblem("A note has no edges.");
  if (graph.edges.some((edge) => edge.source === id && portOf(edge) === chosen && edge.target === to)) return graph;
  const edge: GraphEdge = { id: freshEdgeId(graph), source: id, ...(chosen === "out" ? {} : { port: chosen }), target: to };
  return { ...graph, edges: [...graph.edges, edge] };
}

function readExit(graph: Graph, exit: string): { id: string; port: string | undefined } {
  const dot = exit.indexOf(".");
  const id = dot < 0 ? exit : exit.slice(0, dot);
  find(graph, id);
  return { id, port: dot < 0 ? undefined : exit.slice(dot + 1) };
}

function find(graph: Graph, id: string): GraphNode {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (node) return node;
  const ids = graph.nodes.map((candidate) => candidate.id);
  const nearest = nearestName(id, ids);
  throw new OperationProblem(`There is no node ${id}.${nearest === undefined ? "" : ` Did you mean ${nearest}?`}`);
}

function insideOf(graph: Graph, id: string): string[] {
  const inside: string[] = [];
  for (const waiting = [id]; waiting.length > 0;) {
    const parent = waiting.pop();
    for (const node of graph.nodes) {
      if (node.parent !== parent || inside.includes(node.id)) continue;
      inside.push(node.id);
      waiting.push(node.id);
    }
  }
  return inside;
}

function requireIdentifier(id: string): void {
  if (isIdentifier(id)) return;
  throw new OperationProblem(
    `${JSON.stringify(id)} cannot be a name: a lower-case letter, then letters and digits, and no word of the language.`,
  );
}

function requireNewId(graph: Graph, id: string): void {
  requireIdentifier(id);
  if (graph.nodes.some((node) => node.id === id)) throw new OperationProblem(`There is a node ${id} already: use another id, or setNode.`);
}

function unknownKind(kind: string, { actions }: Catalog): string {
  const nearest = nearestName(kind, [...actions.keys()]);
  const service = kind.split(".")[0] ?? "";
  const ofService = [...actions.keys()].filter((known) => known.startsWith(`${service}.`)).slice(0, 40);
  if (nearest !== undefined) return `There is no kind ${kind}. Did you mean ${nearest}?`;
  if (ofService.length > 0) return `There is no kind ${kind}; ${service} has ${ofService.join(", ")}.`;
  return `There is no kind ${kind}. Use one of the listed kinds, or http.request.`;
}

function readConnection(alias: string | null | undefined, { connections }: OperationContext): string | undefined {
  if (alias == null) return undefined;
  if (connections.has(alias)) return alias;
  const known = connections.size === 0 ? "there are none" : `there are ${[...connections].join(", ")}`;
  throw new OperationProblem(`There is no connection ${JSON.stringify(alias)}: ${known}. Leave it out for the service's own.`);
}

/** Characters that no eye sees and that turn a line around: a person must be able to read what is proposed. */
const UNSEEN = /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function refuseHidden(operation: Operation): void {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        collect(key);
        collect(part);
      }
    }
  };
  collect(operation);
  if (texts.some((text) => text.includes(SCRUBBED))) {
    throw new OperationProblem(`${SCRUBBED} stands for a value that you are not shown: leave the field out, and it stays as it is.`);
  }
  if (texts.some((text) => UNSEEN.test(text))) throw new OperationProblem("It holds characters that nobody can see.");
}

function freshEdgeId({ edges }: Graph): string {
  const taken = new Set(edges.map(({ id }) => id));
  let count = edges.length + 1;
  while (taken.has(`e${count}`)) count++;
  return `e${count}`;
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Only what is not undefined is kept.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
