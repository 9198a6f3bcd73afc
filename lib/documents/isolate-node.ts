import type { Catalog } from "../../codegen/catalog.ts";
import { readFields } from "../../codegen/check/fields.ts";
import { layOut } from "../../codegen/parse/lay-out.ts";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import { isIdentifier } from "../../codegen/schema/identifiers.ts";
import { bindsOutput, configOf, nodeKind, portsOf } from "../../codegen/schema/node-facts.ts";
import { AppError } from "../errors.ts";

/** A node by itself, as a workflow of its own. */
export interface IsolatedNode {
  /** The trigger; a stand-in for everything that the node reads, in its order; the node, with what it holds; its output as the result. */
  readonly graph: Graph;
  /** Names whose stand-ins must be given a value, pinned; the trigger's is the run's input. */
  readonly reads: readonly string[];
  /** The trigger, if it is among them. */
  readonly trigger: string | undefined;
}

/** Kinds that do nothing by themselves. */
const NOT_ALONE = new Set(["trigger", "note", "control.if", "control.switch", "control.return", "control.fail"]);

/**
 * What must be run to run one node alone. A stand-in's data is loose, so nothing but the node itself has to be right. A loop's variable that
 * is not `given` is the first of what the loop goes over. Throws `invalid_input` for a node that is not there or gives nothing.
 */
export function isolateNode(graph: Graph, id: string, catalog: Catalog, given: ReadonlySet<string>): IsolatedNode {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (!node) throw wrongNode(`The workflow has no node ${id}.`, "Save the workflow, or pass it as `graph`.");
  if (NOT_ALONE.has(node.kind)) throw wrongNode(`${id} gives no output by itself.`, "Run the workflow as far as it instead.");
  const inside = withDescendants(graph, node);
  const standIns = new StandIns(graph, catalog, given, new Set([id]));
  const own = new Set(inside.map((part) => part.id));
  for (const part of inside) standIns.addReadsOf(part, own);
  const { reads, trigger } = standIns;
  const names = new Set([...own, ...standIns.nodes.map((standIn) => standIn.id)]);
  const first: GraphNode = { id: trigger ?? unused("start", names), kind: "trigger", config: { on: "manual" } };
  const last: GraphNode = {
    id: unused("result", names),
    kind: "control.return",
    config: { value: bindsOutput(node, catalog) ? `{{ ${id} }}` : null },
  };
  const { parent: _container, disabled: _off, position: _place, ...alone } = node;
  const chain = [first, ...standIns.nodes, alone];
  const edges = chain.slice(1).map((target, index) => ({ source: chain[index]?.id ?? "", target: target.id }));
  const port = portsOf(node, catalog)[0] ?? "out";
  const kept = graph.edges.filter((edge) => own.has(edge.source) && own.has(edge.target) && edge.source !== id && edge.target !== id);
  return {
    graph: layOut({
      weft: 1,
      name: isIdentifier(graph.name) ? graph.name : "workflow",
      title: node.label === undefined || node.label === "" ? id : node.label,
      nodes: [...chain, ...inside.filter((part) => part !== node), last],
      edges: [...edges, ...kept, { source: id, port, target: last.id }].map((edge, index) => ({ ...edge, id: `e${index + 1}` })),
    }),
    reads,
    trigger,
  };
}

/** Collects what stands in for the names that nodes read, each after what it reads itself. */
class StandIns {
  readonly nodes: GraphNode[] = [];
  readonly reads: string[] = [];
  trigger: string | undefined;
  readonly #graph: Graph;
  readonly #catalog: Catalog;
  readonly #given: ReadonlySet<string>;
  readonly #seen: Set<string>;

  constructor(graph: Graph, catalog: Catalog, given: ReadonlySet<string>, seen: Set<string>) {
    this.#graph = graph;
    this.#catalog = catalog;
    this.#given = given;
    this.#seen = seen;
  }

  /** Of every field, or of those at `key` alone; `own` are names that are not to be stood in for. */
  addReadsOf(node: GraphNode, own: ReadonlySet<string>, key?: string): void {
    const facts = nodeKind(node.kind, this.#catalog);
    if (!facts) return;
    const loops = [...(node.kind === "control.forEach" ? [node] : []), ...this.#containersOf(node)];
    for (const field of readFields(node, facts)) {
      if (key !== undefined && field.path[0] !== key) continue;
      for (const { name } of field.references) {
        const isOwnError = name.endsWith("Error") && own.has(name.slice(0, -"Error".length));
        if (!own.has(name) && !isOwnError) this.#add(name, loops, own);
      }
    }
  }

  #add(name: string, loops: readonly GraphNode[], own: ReadonlySet<string>): void {
    const loop = loops.find((container) => configOf(container)["as"] === name);
    // A loop that runs along sets its own variable.
    if (this.#seen.has(name) || (loop && own.has(loop.id))) return;
    this.#seen.add(name);
    if (loop && !this.#given.has(name)) return this.#addFirstItem(name, loop);
    const node = this.#graph.nodes.find((candidate) => candidate.id === name);
    const isError = name.endsWith("Error") && this.#graph.nodes.some((candidate) => `${candidate.id}Error` === name);
    // Any other name is a mistake, which the compiler says best.
    if (!loop && !node && !isError) return;
    this.reads.push(name);
    if (node?.kind === "trigger" && !loop) this.trigger = name;
    else this.nodes.push(standIn(name, node?.label, "return undefined as any;"));
  }

  #addFirstItem(name: string, loop: GraphNode): void {
    this.addReadsOf(loop, new Set([loop.id, name]), "items");
    const items = configOf(loop)["items"] ?? [];
    this.nodes.push({
      ...standIn(name, loop.label, "return (items as any)[0];"),
      config: { source: "return (items as any)[0];", inputs: { items } },
    });
  }

  #containersOf(node: GraphNode): GraphNode[] {
    const containers: GraphNode[] = [];
    for (let { parent } = node; parent !== undefined && containers.length < this.#graph.nodes.length;) {
      const container = this.#graph.nodes.find((candidate) => candidate.id === parent);
      if (!container) break;
      containers.push(container);
      parent = container.parent;
    }
    return containers;
  }
}

function standIn(id: string, label: string | undefined, source: string): GraphNode {
  return { id, kind: "code", ...(label === undefined ? {} : { label }), config: { source } };
}

function withDescendants(graph: Graph, node: GraphNode): GraphNode[] {
  const inside = new Set([node]);
  // Each round goes one container deeper.
  for (let size = 0; size !== inside.size;) {
    size = inside.size;
    const ids = new Set([...inside].map((part) => part.id));
    for (const part of graph.nodes) if (part.parent !== undefined && ids.has(part.parent)) inside.add(part);
  }
  return [...inside];
}

function unused(name: string, names: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (!names.has(candidate)) return candidate;
  }
}

function wrongNode(message: string, hint: string): AppError {
  return new AppError("invalid_input", message, { hint });
}
