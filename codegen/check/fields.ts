import type { Expression, ExpressionProblem } from "../expression/ast.ts";
import { parseExpressionOnce, parseTemplateOnce } from "../expression/cache.ts";
import type { Reference } from "../expression/references.ts";
import { references } from "../expression/references.ts";
import type { VariableUse } from "../expression/variables.ts";
import { variableUses } from "../expression/variables.ts";
import type { TemplatePart } from "../expression/template.ts";
import type { GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";
import type { KindFacts } from "../schema/kind-facts.ts";
import { configOf, fieldForm } from "../schema/node-facts.ts";

/** A string of a config that holds expressions. */
export interface Field {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly problem?: ExpressionProblem;
  readonly references: readonly Reference[];
  /** Workspace variables. */
  readonly variables: readonly VariableUse[];
  /** Expressions that are put into text. */
  readonly inText: readonly Expression[];
}

type ParsedField = Omit<Field, "path" | "text">;

const parsedTemplates = new WeakMap<object, ParsedField>();
const noField: ParsedField = { references: [], variables: [], inText: [] };

/** The strings of a node's config that hold expressions, parsed; plain text and verbatim fields are left out. */
export function readFields(node: GraphNode, facts: KindFacts): readonly Field[] {
  if (facts.role === "trigger" || facts.role === "note") return [];
  const fields: Field[] = [];
  const visit = (value: Json, path: readonly (string | number)[]): void => {
    if (typeof value === "string") {
      const form = fieldForm(facts, path);
      if (form === "expression") fields.push({ path, text: value, ...readExpression(value) });
      else if (form === "template" && value.includes("{{")) fields.push({ path, text: value, ...readTemplate(value) });
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) if (isReadable(item)) visit(item, [...path, index]);
    } else if (value !== null && typeof value === "object") {
      for (const [key, item] of Object.entries(value)) if (isReadable(item)) visit(item, [...path, key]);
    }
  };
  for (const [key, item] of Object.entries(configOf(node))) if (isReadable(item)) visit(item, [key]);
  return fields;
}

function isReadable(value: Json): boolean {
  return typeof value === "string" || (value !== null && typeof value === "object");
}

function readExpression(text: string): ParsedField {
  const parsed = parseExpressionOnce(text);
  return readOnce(parsed, () =>
    parsed.ok
      ? // A condition is not what a step is given, whatever stands in it.
        {
          references: references(parsed.expression),
          variables: variableUses(parsed.expression).map((use) => ({ ...use, alone: false })),
          inText: [],
        }
      : { ...noField, problem: parsed.problem },
  );
}

function readTemplate(text: string): ParsedField {
  const parsed = parseTemplateOnce(text);
  return readOnce(parsed, () => {
    if (!parsed.ok) return { ...noField, problem: parsed.problem };
    const { parts } = parsed.template;
    const expressions = parts.filter(isExpressionPart).map((part) => part.expression);
    const variables = expressions.flatMap(variableUses);
    return { references: expressions.flatMap(references), variables, inText: parts.length > 1 ? expressions : [] };
  });
}

/** The parsers hand out the same object for the same text, so what is derived from it is kept beside it. */
function readOnce(parsed: object, read: () => ParsedField): ParsedField {
  const known = parsedTemplates.get(parsed);
  if (known) return known;
  const made = read();
  parsedTemplates.set(parsed, made);
  return made;
}

function isExpressionPart(part: TemplatePart): part is TemplatePart & { type: "expression" } {
  return part.type === "expression";
}
