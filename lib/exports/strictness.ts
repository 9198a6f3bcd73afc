import { ts } from "ts-morph";
import { invariant } from "../../codegen/invariant.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";

/**
 * How strictly a project can be checked. People write parameters without types in code steps, as in `rows.map((row) => …)`, which `strict`
 * refuses; but where that is allowed, a list that a loop fills (`const sums = [];`) has no type. A project with both is built unchecked.
 */
export type Strictness = "strict" | "untyped parameters" | "unchecked build";

export function strictnessOf(workflows: readonly ProjectWorkflow[]): Strictness {
  const isUntyped = workflows.some(({ steps }) => steps.some(({ source }) => source !== undefined && hasUntypedParameter(source)));
  if (!isUntyped) return "strict";
  return workflows.some(({ source }) => /^\s*const \w+ = \[\];$/m.test(source)) ? "unchecked build" : "untyped parameters";
}

function hasUntypedParameter(body: string): boolean {
  const file = ts.createSourceFile("body.ts", body, ts.ScriptTarget.ES2024);
  const visit = (node: ts.Node): boolean =>
    (ts.isParameter(node) && !node.type && !node.initializer) || (ts.forEachChild(node, visit) ?? false);
  return visit(file);
}

/** `next.config.ts` that builds whatever `tsc` says of parameters without types. */
export function withUncheckedBuild(nextConfig: string): string {
  const place = "  poweredByHeader: false,\n";
  invariant(nextConfig.includes(place), "the template's configuration has this line");
  const comment = "  // Code steps have parameters without types; `npm run check` names them. Give them types, and take this out.\n";
  return nextConfig.replace(place, `${place}${comment}  typescript: { ignoreBuildErrors: true },\n`);
}
