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
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const link = unwrap(node.expression);
      if (isLoose(link, subject) && !isLoose(baseOf(link), subject)) note(link, node, nodes, subject, sources);
    }
    if (ts.isExpression(node) && isLoose(node, subject) && !isLoose(baseOf(node), subject) && isGivenAway(node, subject))
      note(node, node, nodes, subject, sources);
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

function isLoose(expression: ts.Expression | undefined, { types }: Subject): boolean {
  if (expression === undefined || !(types.getTypeAtLocation(expression).flags & ts.TypeFlags.Any)) return false;
  if (!ts.isPropertyAccessExpression(expression)) return true;
  // A field that is not there is `any` to TypeScript too, once it has complained.
  const base = types.getApparentType(types.getNonNullableType(types.getTypeAtLocation(expression.expression)));
  const isThere = types.getPropertyOfType(base, expression.name.text) !== undefined || base.getStringIndexType() !== undefined;
  return isThere || (base.flags & ts.TypeFlags.Any) !== 0;
}

/** Whether a value is put where a certain type is wanted, which TypeScript does not hold against loose data. */
function isGivenAway(value: ts.Expression, { types }: Subject): boolean {
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value) && !ts.isElementAccessExpression(value)) return false;
  let place: ts.Expression = value;
  while (ts.isNonNullExpression(place.parent) || ts.isParenthesizedExpression(place.parent)) place = place.parent;
  if (ts.isTemplateSpan(place.parent)) return true;
  const wanted = ts.isPropertyAssignment(place.parent) || ts.isCallExpression(place.parent) || ts.isArrayLiteralExpression(place.parent);
  const type = wanted && place.parent !== undefined ? types.getContextualType(place) : undefined;
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
  let root = link;
  for (let base = baseOf(root); base; base = baseOf(root)) root = base;
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
