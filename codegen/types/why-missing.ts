import { ts } from "ts-morph";
import { quote } from "../diagnostics/quote.ts";
import type { Graph, GraphEdge, GraphNode } from "../schema/graph.ts";
import { alwaysDecides, configOf, portOf } from "../schema/node-facts.ts";
import { joinWith, mayBeMissing } from "./describe-type.ts";
import type { Subject } from "./place.ts";

/** Why a value may be missing, as a clause, and the part of the expression from which on it is. */
export interface Missing {
  readonly because: string;
  /** The first part of the chain that may be missing: `vip` of `vip.text`. */
  readonly part: ts.Expression;
}

/** Why the value of an expression may be missing: its node may be skipped, a field is optional, a search finds nothing. */
export function findWhyMissing(expression: ts.Expression, subject: Subject): Missing {
  const chain = readChain(expression);
  for (const part of chain) {
    const inner = unwrap(part);
    if (!mayBeMissing(typeWithoutChain(inner, subject))) continue;
    if (ts.isIdentifier(inner)) return { part, because: whyNameMissing(inner.text, subject.graph) };
    if (ts.isCallExpression(inner)) return { part, because: whyCallMissing(inner) };
    return { part, because: whyFieldMissing(inner, chain, subject) };
  }
  const inner = unwrap(expression);
  if (ts.isConditionalExpression(inner) || ts.isBinaryExpression(inner)) {
    const operands = ts.isConditionalExpression(inner) ? [inner.whenTrue, inner.whenFalse] : [inner.right, inner.left];
    const missing = operands.find((operand) => mayBeMissing(subject.types.getTypeAtLocation(operand)));
    if (missing && !isNothing(missing)) return findWhyMissing(missing, subject);
    if (missing) return { part: expression, because: "one of its outcomes is nothing" };
  }
  return { part: expression, because: "it is not always there" };
}

/** `a.b.c` as `[a, a.b, a.b.c]`. */
function readChain(expression: ts.Expression): ts.Expression[] {
  const chain: ts.Expression[] = [];
  for (let at: ts.Expression | undefined = expression; at;) {
    chain.unshift(at);
    const inner = unwrap(at);
    if (ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner)) at = inner.expression;
    else if (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) at = inner.expression.expression;
    else at = undefined;
  }
  return chain;
}

/** An expression without parentheses and `!` around it. */
export function unwrap(expression: ts.Expression): ts.Expression {
  let at = expression;
  while (ts.isParenthesizedExpression(at) || ts.isNonNullExpression(at)) at = at.expression;
  return at;
}

/** The type of a link without what `?.` before it adds: of `a?.b`, that of `b`. */
function typeWithoutChain(link: ts.Expression, { types }: Subject): ts.Type {
  if (!ts.isPropertyAccessExpression(link)) return types.getTypeAtLocation(link);
  const base = types.getNonNullableType(types.getTypeAtLocation(link.expression));
  const property = types.getPropertyOfType(base, link.name.text);
  const narrowed = types.getTypeAtLocation(link);
  if (!property || !isInOptionalChain(link)) return narrowed;
  return types.getTypeOfSymbolAtLocation(property, link);
}

function isInOptionalChain(link: ts.Expression): boolean {
  return (link.flags & ts.NodeFlags.OptionalChain) !== 0;
}

function isNothing(expression: ts.Expression): boolean {
  const inner = unwrap(expression);
  return inner.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(inner) && inner.text === "undefined");
}

function whyCallMissing(call: ts.CallExpression): string {
  const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : "the call";
  if (method === "find" || method === "findLast") return `${quote(method)} gives nothing when no item fits`;
  if (method === "at" || method === "pop" || method === "shift") return `${quote(method)} gives nothing when the list is too short`;
  return `${quote(method)} does not always give a value`;
}

function whyFieldMissing(link: ts.Expression, chain: readonly ts.Expression[], subject: Subject): string {
  const [root] = chain;
  const base = root && unwrap(root);
  const owner = base && ts.isIdentifier(base) ? subject.graph?.nodes.find(({ id }) => id === base.text) : undefined;
  const name = ts.isPropertyAccessExpression(link) ? link.name.text : "the value";
  // The outcome of a `repeat` has what its nodes gave in the last round, which may have skipped them.
  const inner =
    owner?.kind === "control.repeat" ? subject.graph?.nodes.find(({ id, parent }) => id === name && parent === owner.id) : undefined;
  if (inner) return whyNameMissing(inner.id, subject.graph);
  const type = typeWithoutChain(link, subject);
  const onlyNull = type.isUnion() && type.types.every((part) => !(part.flags & ts.TypeFlags.Undefined));
  const what = quote(name);
  if (owner?.kind === "trigger") return onlyNull ? `the input may say null for ${what}` : `the input does not always have ${what}`;
  const giver = owner ? `what ${quote(owner.id)} gives` : describeGiver(base, subject);
  return onlyNull ? `${giver} may have null for ${what}` : `${giver} does not always have ${what}`;
}

/** What is no node's output: an item of a list, the error of a node. */
function describeGiver(base: ts.Expression | undefined, { types, graph }: Subject): string {
  if (!base || !ts.isIdentifier(base)) return "the data";
  if (graph?.nodes.some(({ id }) => `${id}Error` === base.text)) return "the error";
  const declaration = types.getSymbolAtLocation(base)?.valueDeclaration;
  const isItem =
    declaration &&
    ((ts.isParameter(declaration) && ts.isArrowFunction(declaration.parent)) ||
      (ts.isVariableDeclaration(declaration) && ts.isForOfStatement(declaration.parent.parent)));
  return isItem ? "an item of the list" : "the data";
}

/** Why what a name stands for may be missing: which branch, which port, which policy. */
export function whyNameMissing(name: string, graph: Graph | undefined): string {
  const node = graph?.nodes.find(({ id }) => id === name);
  if (!graph || !node) {
    const failing = name.endsWith("Error") ? graph?.nodes.find(({ id }) => id === name.slice(0, -"Error".length)) : undefined;
    return failing ? `it is only there when ${quote(failing.id)} failed` : "it is not always there";
  }
  const reasons: string[] = [];
  const catches = graph.edges.some((edge) => edge.source === name && portOf(edge) === "error");
  if (catches) reasons.push(`${quote(name)} has no output when it failed, and the workflow then goes on by its error port`);
  else if (node.policy?.onError === "continue")
    reasons.push(`${quote(name)} has no output when it failed, and the workflow then goes on (onError: continue)`);
  if (configOf(node)["timeout"] !== undefined && (node.kind === "control.approval" || node.kind === "control.waitForEvent")) {
    reasons.push(
      node.kind === "control.approval"
        ? `nobody may have answered ${quote(name)} in time`
        : `nothing may have reached ${quote(name)} in time`,
    );
  }
  const guards = readGuards(node, indexEdges(graph));
  if (guards !== "always" && guards.length > 0) {
    const words = [...new Set(guards.map(({ source, port }) => describeGuard(source, port)))];
    reasons.unshift(
      `${quote(name)} runs only when ${words.length > 4 ? `${joinWith(words.slice(0, 4), "or")} or in ${words.length - 4} other cases` : joinWith(words, "or")}`,
    );
  }
  return reasons.length > 0 ? joinWith(reasons, "and") : `${quote(name)} may be skipped`;
}

interface Guard {
  readonly source: GraphNode;
  readonly port: string;
}

interface Edges {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly incoming: ReadonlyMap<string, readonly GraphEdge[]>;
  /** The nodes whose failure is a decision: whatever has an edge on its error port can fail, or check would have refused the graph. */
  readonly catching: ReadonlySet<string>;
}

function indexEdges(graph: Graph): Edges {
  return {
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    incoming: Map.groupBy(graph.edges, ({ target }) => target),
    catching: new Set(graph.edges.filter((edge) => portOf(edge) === "error").map(({ source }) => source)),
  };
}

/** The choices of which one must have been made for a node to run; "always" when none is needed. */
function readGuards(node: GraphNode, edges: Edges): readonly Guard[] | "always" {
  const seen = new Set([node.id]);
  const guards: Guard[] = [];
  // The loop also reaches what is added on the way.
  for (const id of seen) {
    const incoming = edges.incoming.get(id) ?? [];
    if (incoming.length === 0) return "always";
    for (const edge of incoming) {
      const source = edges.nodes.get(edge.source);
      if (!source) continue;
      const decides = source.disabled !== true && (alwaysDecides(source) || edges.catching.has(source.id));
      if (decides) guards.push({ source, port: portOf(edge) });
      else seen.add(source.id);
    }
  }
  return guards;
}

function describeGuard(source: GraphNode, port: string): string {
  const name = nameOf(source);
  switch (source.kind) {
    case "control.if":
      return `${name} takes its ${port} branch`;
    case "control.switch":
      return port === "default" ? `no case of ${name} holds` : `${name} takes its branch "${port}"`;
    case "control.approval":
      return port === "timeout" ? `nobody answers ${name} in time` : `${name} is ${port}`;
    case "control.waitForEvent":
      return port === "timeout" ? `nothing reaches ${name} in time` : `${name} gets its event in time`;
    default:
      return port === "error" ? `${name} fails` : `${name} succeeds`;
  }
}

/** A node as people know it: its label, or its id. */
export function nameOf(node: GraphNode): string {
  const label = node.label?.trim() ?? "";
  return label === "" ? quote(node.id) : `"${label.length > 60 ? `${label.slice(0, 57)}…` : label}"`;
}
