import { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import { check } from "../check/check.ts";
import { parseCodeBody } from "../emit/code-body.ts";
import { emit } from "../emit/emit.ts";
import type { GraphPath, SourceMapEntry } from "../emit/source-map.ts";
import { lower } from "../lower/lower.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";
import { configOf, fieldForm, nodeKind } from "../schema/node-facts.ts";
import type { ModuleReader, TypedModule } from "./program.ts";

/** A field of a node. */
export interface FieldPlace {
  readonly node: string;
  readonly path: GraphPath;
}

/** An expression put into a field in place of what is there, understood by TypeScript. */
export interface Probe {
  readonly module: TypedModule;
  /** The expression as it was printed. */
  readonly expression: ts.Expression;
}

/** The graph with one field of a node set; parts of the config that are not there yet are made. */
export function setField(graph: Graph, { node: id, path }: FieldPlace, value: Json): Graph {
  const nodes = graph.nodes.map((node): GraphNode => (node.id === id ? { ...node, config: setIn(configOf(node), path, value) } : node));
  return { ...graph, nodes };
}

function setIn(config: Readonly<Record<string, Json>>, path: GraphPath, value: Json): Record<string, Json> {
  const [first, ...rest] = path;
  if (first === undefined) return { ...config };
  return { ...config, [first]: setBelow(Object.hasOwn(config, first) ? config[first] : undefined, rest, value) };
}

function setBelow(at: Json | undefined, path: GraphPath, value: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof first === "number") {
    const items = Array.isArray(at) ? [...at] : [];
    while (items.length < first) items.push(null);
    items[first] = setBelow(items[first], rest, value);
    return items;
  }
  const fields = at !== null && typeof at === "object" && !Array.isArray(at) ? at : {};
  return Object.fromEntries([
    ...Object.entries(fields).filter(([key]) => key !== first),
    [first, setBelow(Object.hasOwn(fields, first) ? fields[first] : undefined, rest, value)],
  ]);
}

/** The text of an expression as a field of a node holds it. */
export function fieldText(graph: Graph, place: FieldPlace, catalog: Catalog, expression: string): string {
  const node = graph.nodes.find(({ id }) => id === place.node);
  const facts = node && nodeKind(node.kind, catalog);
  return facts && fieldForm(facts, place.path) === "expression" ? expression : `{{ ${expression} }}`;
}

/**
 * Puts an expression into a field (or leaves what is there) and asks TypeScript what it is there. What else is wrong with the graph is put aside as far as it goes;
 * undefined where the graph can't be made a module of.
 */
export function probe(
  graph: Graph,
  place: FieldPlace,
  expression: string | undefined,
  catalog: Catalog,
  read: ModuleReader,
): Probe | undefined {
  const set = expression === undefined ? graph : setField(graph, place, fieldText(graph, place, catalog, expression));
  const sound = makeSound(set, place, catalog);
  if (!sound) return undefined;
  const emitted = tryEmit(sound, catalog);
  const entry = emitted?.map.of(place.node, place.path).find(({ path }) => path.length === place.path.length);
  if (!emitted || !entry) return undefined;
  const typed = read(emitted.source, catalog, emitted.map);
  const found = findExpression(typed.file, entry);
  return found && { module: typed, expression: found };
}

function tryEmit(graph: Graph, catalog: Catalog): ReturnType<typeof emit> | undefined {
  try {
    return emit(lower(graph, catalog), catalog);
  } catch {
    // A graph that check would refuse may break what the compiler relies on; there is then nothing to say.
    return undefined;
  }
}

/** The graph without what check refuses: fields are emptied, and then nodes left out that the place does not need. */
function makeSound(graph: Graph, place: FieldPlace, catalog: Catalog): Graph | undefined {
  let sound = withoutRounds(graph);
  for (let round = 0; round < 3; round++) {
    const errors = check(sound, catalog, { parseCode: parseCodeBody }).filter(
      ({ severity, code, location }) => severity === "error" && !(code === "invalid-config" && isAction(sound, location.node, catalog)),
    );
    if (errors.length === 0) return sound;
    const unwanted = new Set<string>();
    for (const { location } of errors) {
      const { node, path } = location;
      const isField =
        node !== undefined && path !== undefined && path.length > 0 && !(node === place.node && startsAlike(path, place.path));
      if (isField && round === 0) sound = setField(sound, { node, path }, emptyOf(sound, { node, path }, catalog));
      else if (node !== undefined && node !== place.node) unwanted.add(node);
      else if (location.edge !== undefined) sound = { ...sound, edges: sound.edges.filter(({ id }) => id !== location.edge) };
    }
    if (unwanted.size > 0) sound = withoutNodes(sound, unwanted);
  }
  return undefined;
}

function isAction(graph: Graph, node: string | undefined, catalog: Catalog): boolean {
  return catalog.actions.has(graph.nodes.find(({ id }) => id === node)?.kind ?? "");
}

function startsAlike(path: GraphPath, other: GraphPath): boolean {
  return (
    path.slice(0, other.length).every((step, index) => step === other[index]) ||
    other.slice(0, path.length).every((step, index) => step === path[index])
  );
}

function emptyOf(graph: Graph, place: FieldPlace, catalog: Catalog): Json {
  const node = graph.nodes.find(({ id }) => id === place.node);
  const facts = node && nodeKind(node.kind, catalog);
  if (facts && fieldForm(facts, place.path) === "expression") return "true";
  return node?.kind === "code" && place.path[0] === "source" ? "return null;" : "{{ undefined }}";
}

/** Without the edges that lead back to where they come from. */
function withoutRounds(graph: Graph): Graph {
  const outgoing = Map.groupBy(graph.edges, ({ source }) => source);
  const done = new Set<string>();
  const back = new Set<string>();
  for (const { id: start } of graph.nodes) {
    if (done.has(start)) continue;
    const open = new Set([start]);
    const path = [{ id: start, next: 0 }];
    done.add(start);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const edge = outgoing.get(step.id)?.[step.next++];
      if (!edge) {
        open.delete(step.id);
        path.pop();
      } else if (open.has(edge.target)) {
        back.add(edge.id);
      } else if (!done.has(edge.target)) {
        done.add(edge.target);
        open.add(edge.target);
        path.push({ id: edge.target, next: 0 });
      }
    }
  }
  return back.size === 0 ? graph : { ...graph, edges: graph.edges.filter(({ id }) => !back.has(id)) };
}

/** Their neighbours are joined, so that what comes after them still does. */
function withoutNodes(graph: Graph, unwanted: ReadonlySet<string>): Graph {
  let { edges } = graph;
  for (const id of unwanted) {
    const sources = edges.filter(({ target }) => target === id);
    const bridges = edges
      .filter(({ source }) => source === id)
      .flatMap((edge) => sources.map((from) => ({ ...from, id: `${from.id}-${edge.id}`, target: edge.target })));
    edges = [...edges.filter(({ source, target }) => source !== id && target !== id), ...bridges];
  }
  return { ...graph, nodes: graph.nodes.filter(({ id, parent }) => !unwanted.has(id) && !unwanted.has(parent ?? "")), edges };
}

function findExpression(file: ts.SourceFile, entry: SourceMapEntry): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (found || node.getEnd() < entry.end || node.getStart(file) > entry.start) return;
    if (node.getStart(file) === entry.start && node.getEnd() === entry.end && ts.isExpression(node)) found = node;
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
