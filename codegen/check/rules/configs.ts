import type { z } from "zod";
import type { Json } from "../../schema/json.ts";
import type { KindFacts } from "../../schema/kind-facts.ts";
import { configSchema } from "../../schema/node-configs.ts";
import { configOf, fieldForm } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";
import { describeIssue } from "../describe-issue.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Every config has the shape of its kind; a string with an expression in it stands for what is not known yet. */
export function checkConfigs(context: CheckContext): void {
  for (const { node, facts } of context.active) {
    const config = configOf(node);
    const schema = configSchema(node.kind, context.catalog);
    const result = schema?.safeParse(config);
    if (!schema || !result || result.success) continue;
    for (const { path, message } of result.error.issues.flatMap((issue) => findReal(issue, [], config, { facts, schema }))) {
      const field = formatPath(path);
      context.report("invalid-config", { node: node.id, field, problem: message }, { node: node.id, path });
    }
  }
}

interface Kind {
  readonly facts: KindFacts;
  readonly schema: z.ZodType;
}

interface Real {
  readonly path: Path;
  readonly message: string;
  /** A field that is not there is named. */
  readonly isTooMuch: boolean;
}

/** What is left of an issue when expressions are taken for what they may turn out to be. */
function findReal(issue: Issue, above: Path, config: Json, kind: Kind): Real[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== "symbol")];
  const value = valueAt(config, path);
  if (typeof value === "string" && value.includes("{{") && fieldForm(kind.facts, path) === "template" && mayStandFor(value, issue))
    return [];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const choices = issue.errors.map((errors) => errors.flatMap((error) => findReal(error, path, config, kind)));
    if (choices.some((reals) => reals.length === 0)) return [];
    // The choice that fits best says most.
    const [best] = choices.toSorted((a, b) => a.length - b.length || depthOf(b) - depthOf(a));
    if (best && (depthOf(best) > path.length || best.every(({ isTooMuch }) => isTooMuch))) return best;
  }
  const described = describeIssue(issue, value, kind.schema, path);
  return described.map(({ field, problem }) => ({
    path: field === undefined ? path : [...path, field],
    message: problem,
    isTooMuch: field !== undefined,
  }));
}

/** One expression alone has any type; text around it makes it text, of unknown content. */
function mayStandFor(value: string, issue: Issue): boolean {
  const isWhole = value.startsWith("{{") && value.endsWith("}}");
  return isWhole || issue.code !== "invalid_type" || issue.expected === "string";
}

function depthOf(reals: readonly Real[]): number {
  return Math.max(...reals.map((real) => real.path.length));
}

function valueAt(value: Json, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path) {
    if (at === null || typeof at !== "object") return undefined;
    at = Array.isArray(at) ? at[Number(step)] : Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

function formatPath(path: Path): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}
