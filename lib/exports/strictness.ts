import { ts } from "ts-morph";
import type { ProjectWorkflow } from "./workflow-facts.ts";

/**
 * The compiler options by which a project is less than strict: none, unless somebody wrote a code step with parameters without a type, as in
 * `rows.map((row) => …)`. A list that a loop fills (`const sums = [];`) then has a type only where nothing may be missing.
 */
export function relaxedOptions(workflows: readonly ProjectWorkflow[]): Readonly<Record<string, false>> {
  const isUntyped = workflows.some(({ steps }) => steps.some(({ source }) => source !== undefined && hasUntypedParameter(source)));
  if (!isUntyped) return {};
  const fillsLists = workflows.some(({ source }) => /^\s*const \w+ = \[\];$/m.test(source));
  return { noImplicitAny: false, ...(fillsLists ? { strictNullChecks: false } : {}) };
}

function hasUntypedParameter(body: string): boolean {
  const file = ts.createSourceFile("body.ts", body, ts.ScriptTarget.ES2024);
  const visit = (node: ts.Node): boolean =>
    (ts.isParameter(node) && !node.type && !node.initializer) || (ts.forEachChild(node, visit) ?? false);
  return visit(file);
}
