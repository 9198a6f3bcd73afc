import type { Expression } from "./expression/ast.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import { printExpression } from "./expression/print-expression.ts";
import { references } from "./expression/references.ts";
import type { TemplatePart } from "./expression/template.ts";
import { parseTemplate } from "./expression/template.ts";
import { mapValues } from "./expression/values.ts";
import type { Graph, GraphNode } from "./schema/graph.ts";
import type { Json } from "./schema/json.ts";
import type { FieldForm } from "./schema/kind-facts.ts";
import { builtInKinds } from "./schema/kind-facts.ts";
import { configOf, fieldForm, isContainer } from "./schema/node-facts.ts";

/**
 * The graph with a node called otherwise: its id, the edges and parents that name it, and every expression that reads it or its
 * error. Texts that only look like the name stay, and so do expressions that do not parse or do not read it, to the letter.
 */
export function renameNode(graph: Graph, from: string, to: string): Graph {
  if (from === to) return graph;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return {
    ...graph,
    nodes: graph.nodes.map((node) => renameInNode(node, nodes, from, to)),
    edges: graph.edges.map((edge) => ({
      ...edge,
      source: edge.source === from ? to : edge.source,
      target: edge.target === from ? to : edge.target,
    })),
  };
}

/** The graph with the variable of a `forEach` called otherwise, and every expression in its reach that reads it. */
export function renameVariable(graph: Graph, loop: string, to: string): Graph {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const from = variableOf(nodes.get(loop));
  if (from === undefined || from === to) return graph;
  const rename = (name: string): string => (name === from ? to : name);
  const reaches = (node: GraphNode): boolean => {
    const seen = new Set<string>();
    for (let id = node.parent; id !== undefined && !seen.has(id); id = nodes.get(id)?.parent) {
      if (id === loop) return true;
      // A loop in between that calls its own variable so.
      if (variableOf(nodes.get(id)) === from) return false;
      seen.add(id);
    }
    return false;
  };
  const renameIn = (node: GraphNode, keys: (key: string) => boolean): GraphNode => {
    if (node.config === undefined) return node;
    const config = Object.entries(node.config).map(([key, value]): [string, Json] => [
      key,
      keys(key) ? mapValues(value, (text, path) => renameInText(text, formOf(node, [key, ...path]), rename)) : value,
    ]);
    return { ...node, config: Object.fromEntries(config) };
  };
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      if (node.id === loop) {
        const renamed = renameIn(node, (key) => key === "collect");
        return { ...renamed, config: { ...renamed.config, as: to } };
      }
      return reaches(node) ? renameIn(node, (key) => key !== "collect" || variableOf(node) !== from) : node;
    }),
  };
}

function variableOf(node: GraphNode | undefined): string | undefined {
  const name = node?.kind === "control.forEach" ? configOf(node)["as"] : undefined;
  return typeof name === "string" ? name : undefined;
}

function renameInNode(node: GraphNode, nodes: ReadonlyMap<string, GraphNode>, from: string, to: string): GraphNode {
  const renamed: GraphNode = { ...node, id: node.id === from ? to : node.id };
  if (node.parent === from) renamed.parent = to;
  if (node.config === undefined) return renamed;
  const errorFrom = `${from}Error`;
  const config = Object.entries(node.config).map(([key, value]): [string, Json] => {
    const variables = variablesAt(node, key, nodes);
    const rename = (name: string): string => {
      if (variables.has(name)) return name;
      if (name === from) return to;
      // A node that is itself called so is not the error of another.
      return name === errorFrom && !nodes.has(errorFrom) ? `${to}Error` : name;
    };
    const renamedValue = mapValues(value, (text, path) => renameInText(text, formOf(node, [key, ...path]), rename));
    return [key, renamedValue];
  });
  return { ...renamed, config: Object.fromEntries(config) };
}

function formOf(node: GraphNode, path: readonly (string | number)[]): FieldForm {
  const facts = builtInKinds.get(node.kind);
  return facts ? fieldForm(facts, path) : "template";
}

/** The variables of the loops around a field, which stand before nodes of the same name. */
function variablesAt(node: GraphNode, key: string, nodes: ReadonlyMap<string, GraphNode>): ReadonlySet<string> {
  const names = new Set<string>();
  const addVariable = (loop: GraphNode): void => {
    const name = variableOf(loop);
    if (name !== undefined) names.add(name);
  };
  if (key === "collect") addVariable(node);
  const seen = new Set([node.id]);
  for (let id = node.parent; id !== undefined && !seen.has(id);) {
    seen.add(id);
    const container = nodes.get(id);
    if (!container || !isContainer(container)) break;
    addVariable(container);
    id = container.parent;
  }
  return names;
}

function renameInText(text: string, form: FieldForm, rename: (name: string) => string): string {
  const isRead = (expression: Expression): boolean => references(expression).some(({ name }) => rename(name) !== name);
  if (form === "verbatim") return text;
  if (form === "expression") {
    const parsed = parseExpression(text);
    return parsed.ok && isRead(parsed.expression) ? printExpression(parsed.expression, { rename }) : text;
  }
  const parsed = parseTemplate(text);
  if (!parsed.ok) return text;
  const parts = parsed.template.parts.filter((part): part is TemplatePart & { type: "expression" } => part.type === "expression");
  let renamed = "";
  let position = 0;
  for (const part of parts) {
    const inside = isRead(part.expression) ? `{{ ${printExpression(part.expression, { rename })} }}` : text.slice(part.start, part.end);
    renamed += text.slice(position, part.start) + inside;
    position = part.end;
  }
  return renamed + text.slice(position);
}
