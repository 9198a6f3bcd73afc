import { ts } from "ts-morph";
import { invariant } from "../../codegen/invariant.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";

/**
 * How strictly a project can be checked. People write parameters without types in code steps, as in `rows.map((row) => …)`, which `strict`
 * refuses; but where that is allowed, what a loop fills (`const sums = [];`, `let best = null;`) has no type that grows with what is put
 * into it. A project with both is built unchecked.
 */
export type Strictness = "strict" | "untyped parameters" | "unchecked build";

export function strictnessOf(workflows: readonly ProjectWorkflow[]): Strictness {
  const isUntyped = workflows.some(({ steps }) => steps.some(({ source }) => source !== undefined && contains(source, isUntypedParameter)));
  if (!isUntyped) return "strict";
  return workflows.some(({ source }) => contains(source, isFilledLater)) ? "unchecked build" : "untyped parameters";
}

function contains(source: string, isFound: (node: ts.Node) => boolean): boolean {
  const visit = (node: ts.Node): boolean => isFound(node) || (ts.forEachChild(node, visit) ?? false);
  return visit(ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2024));
}

function isUntypedParameter(node: ts.Node): boolean {
  return ts.isParameter(node) && !node.type && !node.initializer;
}

/** A variable whose type TypeScript takes from what it is given later, which it does only where every parameter must have a type. */
function isFilledLater(node: ts.Node): boolean {
  if (!ts.isVariableDeclaration(node) || node.type || !node.initializer) return false;
  let value = node.initializer;
  while (ts.isParenthesizedExpression(value)) value = value.expression;
  const isNothing = value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === "undefined");
  return isNothing || (ts.isArrayLiteralExpression(value) && value.elements.length === 0);
}

/** `next.config.ts` that builds whatever `tsc` says of parameters without types. */
export function withUncheckedBuild(nextConfig: string): string {
  const place = "  poweredByHeader: false,\n";
  invariant(nextConfig.includes(place), "the template's configuration has this line");
  const comment = "  // Code steps have parameters without types; `npm run check` names them. Give them types, and take this out.\n";
  return nextConfig.replace(place, `${place}${comment}  typescript: { ignoreBuildErrors: true },\n`);
}
