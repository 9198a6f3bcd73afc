import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import { configOf } from "../schema/node-facts.ts";
import { takesOutput } from "../schema/output-schema.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";
import { unwrap } from "./why-missing.ts";

interface Source {
  /** The part of the output that nothing is known of: `order.body`. */
  readonly text: string;
  readonly uses: Set<string>;
}

/** For each node that gives data of unknown shape, what is read from that data, which TypeScript lets pass whatever it is. */
export function findUncheckedData(subject: Subject, graph: Graph, looseData: "warn" | "error"): Diagnostic[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const sources = new Map<string, Source>();
  // TypeScript works out the type of a chain anew for each link that is asked about.
  const known = new Map<ts.Expression, boolean>();
  const isLoose = (expression: ts.Expression | undefined): boolean => {
    if (expression === undefined) return false;
    const loose = known.get(expression) ?? (isLoose(baseOf(expression)) || isLooseType(subject.types.getTypeAtLocation(expression)));
    known.set(expression, loose);
    return loose;
  };
  const isRoot = (link: ts.Expression): boolean => isFromNode(link, nodes) && !isLoose(baseOf(link)) && isLoose(link);
  const visit = (node: ts.Node): void => {
    const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
    const link = isAccess ? unwrap(node.expression) : undefined;
    if (isAccess && link && isRoot(link)) note(link, node, nodes, subject, sources);
    if (isAccess || ts.isIdentifier(node)) {
      const place = placeOf(node);
      if (isGiven(place) && isRoot(node) && isTypeWanted(place, subject)) note(node, node, nodes, subject, sources);
    }
    ts.forEachChild(node, visit);
  };
  visit(subject.file);
  return graph.nodes.flatMap((node) => {
    const source = sources.get(node.id);
    if (!source) return [];
    // What reaches a wait is not kept with its run.
    const remedy = node.kind === "trigger" ? "input" : node.kind === "control.waitForEvent" ? "samples" : "type";
    const parameters = { workflow: graph.name, node: node.id, source: source.text, uses: [...source.uses], remedy } as const;
    const diagnostic = createDiagnostic("unchecked-data", parameters, { node: node.id });
    return [looseData === "error" ? { ...diagnostic, severity: "error" as const } : diagnostic];
  });
}

/** Whether nothing is known of a type; what TypeScript has complained of is `any` to it too, which no declared type shows. */
function isLooseType(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0 && !("intrinsicName" in type && type.intrinsicName === "error");
}

function isFromNode(link: ts.Expression, nodes: ReadonlyMap<string, GraphNode>): boolean {
  const root = rootOf(link);
  return ts.isIdentifier(root) && nodes.has(root.text);
}

function rootOf(link: ts.Expression): ts.Expression {
  let root = link;
  for (let base = baseOf(root); base; base = baseOf(root)) root = base;
  return root;
}

/** An expression with the parentheses and `!` around it. */
function placeOf(value: ts.Expression): ts.Expression {
  let place = value;
  while (ts.isNonNullExpression(place.parent) || ts.isParenthesizedExpression(place.parent)) place = place.parent;
  return place;
}

/** Whether a value is put somewhere as it is. */
function isGiven({ parent }: ts.Expression): boolean {
  return ts.isTemplateSpan(parent) || ts.isPropertyAssignment(parent) || ts.isCallExpression(parent) || ts.isArrayLiteralExpression(parent);
}

/** Whether a certain type is wanted at a place, which TypeScript does not hold against loose data. */
function isTypeWanted(place: ts.Expression, { types }: Subject): boolean {
  if (ts.isTemplateSpan(place.parent)) return true;
  const type = types.getContextualType(place);
  return type !== undefined && (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) === 0;
}

function baseOf(link: ts.Expression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(link) || ts.isElementAccessExpression(link) || ts.isCallExpression(link)
    ? unwrap(link.expression)
    : undefined;
}

/** Notes a read of loose data under the node it comes from; what a loop or a callback hands on is noted where the list was read. */
function note(
  link: ts.Expression,
  read: ts.Expression,
  nodes: ReadonlyMap<string, GraphNode>,
  subject: Subject,
  sources: Map<string, Source>,
): void {
  const root = rootOf(link);
  const node = ts.isIdentifier(root) ? nodes.get(root.text) : undefined;
  const { location } = findPlace(read, subject);
  if (!node || location.path === undefined || location.path[0] === "source" || !canBeTyped(node, subject)) return;
  const known = sources.get(node.id) ?? { text: findPlace(link, subject).text.replaceAll("?.", "."), uses: new Set<string>() };
  known.uses.add(findPlace(wholeOf(read), subject).text);
  sources.set(node.id, known);
}

/** The longest chain of reads that starts with one, without the method that is called in the end. */
function wholeOf(read: ts.Expression): ts.Expression {
  let whole = read;
  for (
    let { parent } = whole;
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isNonNullExpression(parent);
    { parent } = whole
  ) {
    if (parent.expression !== whole) break;
    if (ts.isCallExpression(parent.parent) && parent.parent.expression === parent) break;
    whole = parent;
  }
  return whole;
}

/** Whether the user can say what the node gives; what a plugin declares as anything stays that. */
function canBeTyped(node: GraphNode, { catalog }: Subject): boolean {
  if (node.kind === "trigger") return configOf(node)["on"] !== "schedule";
  return takesOutput(node.kind, catalog);
}
