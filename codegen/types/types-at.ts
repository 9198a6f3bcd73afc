import { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import { createContext } from "../check/context.ts";
import { namesInScope, seesBody } from "../check/scope.ts";
import { globals } from "../expression/allow-list.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import { configOf } from "../schema/node-facts.ts";
import type { Completions } from "./complete.ts";
import { completeAt } from "./complete.ts";
import { describeType, mayBeMissing } from "./describe-type.ts";
import type { FieldScope, KnownField, ScopeEntry } from "./field-scope.ts";
import type { Member } from "./members.ts";
import { hasFields, isLoose, membersOf, printTypeText, sampleAt, typeAt } from "./members.ts";
import type { FieldPlace } from "./probe.ts";
import { fieldText, probe, setField } from "./probe.ts";
import type { ModuleReader } from "./program.ts";
import { createModuleReader } from "./program.ts";
import { unwrap, whyNameMissing } from "./why-missing.ts";

export interface TypesAtOptions {
  /** The outputs of a run by node (the trigger's: its input), shown as sample values. */
  readonly samples?: Readonly<Record<string, unknown>>;
  /** The workspace's variables. */
  readonly variables?: ReadonlyMap<string, "plain" | "secret">;
}

/** Answers what an editor asks while a field is typed. Keeps what it knows of the last fields between calls. */
export interface TypeReader {
  typesAt(graph: Graph, node: string, field: readonly (string | number)[], options?: TypesAtOptions): FieldScope;
  /** What may be written at an offset of a field's text, which need not parse. */
  completionsAt(
    graph: Graph,
    node: string,
    field: readonly (string | number)[],
    text: string,
    offset: number,
    options?: TypesAtOptions,
  ): Completions;
}

const kept = 8;

/** A reader for graphs over a catalog. Runs in a browser's worker too, where one `read` serves several checkers and readers. */
export function createTypeReader(options: { readonly catalog: Catalog; readonly read?: ModuleReader }): TypeReader {
  const { catalog, read = createModuleReader() } = options;
  const known = new Map<string, KnownField>();

  const know = (graph: Graph, place: FieldPlace): KnownField => {
    // What stands in the field itself makes no difference.
    const key = JSON.stringify([place, setField(graph, place, null)]);
    const found = known.get(key);
    if (found) return found;
    const made = readField(graph, place, catalog, read);
    if (known.size >= kept) known.delete(known.keys().next().value ?? "");
    known.set(key, made);
    return made;
  };

  const typesAt: TypeReader["typesAt"] = (graph, node, field, { samples = {}, variables = new Map() } = {}) => {
    const at = know(graph, { node, path: field });
    return {
      entries: [...at.names.map((name) => describeEntry(name, at, samples)), ...describeVariables(variables), ...describeGlobals()],
      members: (path) => readMembers(path, at, samples, variables),
    };
  };
  return {
    typesAt,
    completionsAt(graph, node, field, text, offset, more = {}) {
      const place = { node, path: field };
      const scope = typesAt(graph, node, field, more);
      const probeText = (expression: string): ReturnType<typeof probe> => probe(graph, place, expression, catalog, read);
      const isBare = fieldText(graph, place, catalog, "x") === "x";
      return completeAt(text, offset, isBare, know(graph, place), scope, probeText, more.samples ?? {});
    },
  };
}

function readField(graph: Graph, place: FieldPlace, catalog: Catalog, read: ModuleReader): KnownField {
  const node = graph.nodes.find(({ id }) => id === place.node);
  if (node?.kind === "code" && place.path[0] === "source") return readInputs(graph, place, catalog, read);
  const names = node ? namesAt(graph, node, place, catalog) : [];
  const found = names.length > 0 ? probe(graph, place, `[${names.join(", ")}]`, catalog, read) : undefined;
  const literal = found && unwrap(found.expression);
  const elements = literal && ts.isArrayLiteralExpression(literal) ? literal.elements : [];
  const values = new Map(elements.map((element, index) => [names[index] ?? "", element]));
  return { graph, place, names, module: found?.module, values };
}

/** The body of a code step sees its inputs and nothing else. */
function readInputs(graph: Graph, place: FieldPlace, catalog: Catalog, read: ModuleReader): KnownField {
  const found = probe(graph, { node: place.node, path: ["inputs"] }, undefined, catalog, read);
  const literal = found && unwrap(found.expression);
  const values = new Map<string, ts.Expression>();
  for (const property of literal && ts.isObjectLiteralExpression(literal) ? literal.properties : []) {
    if (ts.isPropertyAssignment(property)) values.set(property.name.getText(), property.initializer);
    // `{ order }` is `{ order: order }`.
    if (ts.isShorthandPropertyAssignment(property)) values.set(property.name.text, property.name);
  }
  return { graph, place, names: [...values.keys()], module: found?.module, values };
}

/** Works on a graph in whatever state, since the rules of check do. */
function namesAt(graph: Graph, node: GraphNode, place: FieldPlace, catalog: Catalog): string[] {
  return namesInScope(createContext(graph, catalog, {}), { node, seesBody: seesBody(node, place.path) });
}

function describeEntry(name: string, at: KnownField, samples: Readonly<Record<string, unknown>>): ScopeEntry {
  const { kind, node } = classify(name, at);
  const label = node?.label?.trim() ?? "";
  const sample = sampleAt(samples, [name]);
  const value = at.values.get(name);
  const from = {
    name,
    kind,
    ...(node ? { node: node.id } : {}),
    ...(label === "" ? {} : { label }),
    ...(sample === undefined ? {} : { sample }),
  };
  if (!at.module || !value)
    return { ...from, type: "any", words: "anything", optional: false, hasMembers: sample !== null && typeof sample === "object" };
  const { types } = at.module;
  const type = types.getTypeAtLocation(value);
  const present = types.getNonNullableType(type);
  const optional = mayBeMissing(type);
  return {
    ...from,
    type: printTypeText(type, types, value),
    words: describeType(present, types),
    optional,
    ...(optional ? { because: whyNameMissing(name, at.graph) } : {}),
    hasMembers:
      hasFields(present, types) || types.isArrayLikeType(present) || (isLoose(type) && sample !== null && typeof sample === "object"),
  };
}

function classify(name: string, { graph, place }: KnownField): { kind: ScopeEntry["kind"]; node?: GraphNode } {
  const own = graph.nodes.find(({ id }) => id === name);
  if (own) return { kind: own.kind === "trigger" ? "input" : "output", node: own };
  const parents = new Map(graph.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  for (let at = parents.get(place.node); at && !seen.has(at.id); at = at.parent === undefined ? undefined : parents.get(at.parent)) {
    seen.add(at.id);
    if (at.kind === "control.forEach" && configOf(at)["as"] === name) return { kind: "item", node: at };
  }
  const failing = name.endsWith("Error") ? parents.get(name.slice(0, -"Error".length)) : undefined;
  return failing ? { kind: "error", node: failing } : { kind: "item" };
}

function describeVariables(variables: ReadonlyMap<string, "plain" | "secret">): ScopeEntry[] {
  if (variables.size === 0) return [];
  return [
    {
      name: "env",
      kind: "variables",
      type: "Record<string, string>",
      words: "the workspace's variables",
      optional: false,
      hasMembers: true,
    },
  ];
}

function describeGlobals(): ScopeEntry[] {
  return [...globals.keys()]
    .filter((name) => name !== "env")
    .map((name) => ({
      name,
      kind: "global",
      type: name,
      words: "built in",
      optional: false,
      hasMembers: (globals.get(name)?.functions?.size ?? 0) > 0,
    }));
}

function readMembers(
  path: readonly (string | number)[],
  at: KnownField,
  samples: Readonly<Record<string, unknown>>,
  variables: ReadonlyMap<string, "plain" | "secret">,
): readonly Member[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  if (name === "env" && rest.length === 0) {
    return [...variables].map(([variable, secrecy]) => ({
      name: variable,
      kind: "field",
      type: "string",
      words: secrecy === "secret" ? "a secret text" : "a text",
      optional: false,
      hasMembers: false,
    }));
  }
  if (rest.length === 0 && !at.names.includes(String(name))) return membersOfGlobal(String(name));
  const value = at.values.get(String(name));
  const sample = sampleAt(samples, path);
  if (!at.module || !value) return [];
  const { types } = at.module;
  const type = typeAt(types.getTypeAtLocation(value), rest, types, value);
  return type ? membersOf(type, types, value, sample) : [];
}

function membersOfGlobal(name: string): Member[] {
  const rule = globals.get(name);
  const functions = [...(rule?.functions?.keys() ?? [])].map((member): Member => ({
    name: member,
    kind: "method",
    type: "function",
    words: "a function",
    optional: false,
    hasMembers: false,
  }));
  const constants = [...(rule?.constants ?? [])].map((member): Member => ({
    name: member,
    kind: "field",
    type: "number",
    words: "a number",
    optional: false,
    hasMembers: false,
  }));
  return [...functions, ...constants];
}
