import type { Expression, ExpressionProblem, Range } from "./ast.ts";
import { parseExpressionAt } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";
import { ExpressionError, failSyntax } from "./tokens.ts";

export type TemplatePart =
  | { readonly type: "text"; readonly text: string }
  /** `start` and `end` enclose the braces. */
  | ({ readonly type: "expression"; readonly expression: Expression } & Range);

/** A config string, split into text and expressions. No text part is empty, none follows another. */
export interface Template {
  readonly parts: readonly TemplatePart[];
}

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** Splits a config string at its `{{ }}`s. Never throws; offsets are those of the whole string. */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  let position = 0;
  try {
    for (;;) {
      const open = text.indexOf("{{", position);
      const part = open < 0 ? undefined : readBraces(text, open);
      const literal = text.slice(position, part ? part.start : text.length);
      if (literal !== "") parts.push({ type: "text", text: literal });
      if (!part) return { ok: true, template: { parts } };
      parts.push(part);
      position = part.end;
    }
  } catch (error) {
    if (error instanceof ExpressionError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Of three braces the first is text where they can't be the start of an object: `${{{ price }}`. */
function readBraces(text: string, open: number): TemplatePart & { type: "expression" } {
  if (text[open + 2] !== "{" || text[open + 3] === "{") return readPart(text, open);
  let first: unknown;
  try {
    return readPart(text, open);
  } catch (error) {
    first = error;
  }
  try {
    return readPart(text, open + 1);
  } catch (second) {
    // What came further knows better what is wrong; as far, the simpler reading.
    throw reach(second) >= reach(first) ? second : first;
  }
}

function reach(error: unknown): number {
  return error instanceof ExpressionError ? error.problem.start : Infinity;
}

const closing = /\s*\}\}/y;
const literalHint = 'Close it with `}}`; two braces that mean themselves are written {{ "{{" }}.';

function readPart(text: string, open: number): TemplatePart & { type: "expression" } {
  closing.lastIndex = open + 2;
  if (closing.test(text)) {
    failSyntax("nothing stands between the braces", "Write an expression between `{{` and `}}`.", open, closing.lastIndex);
  }
  if (text.slice(open + 2).trim() === "") failSyntax("`{{` is not closed", literalHint, open, text.length);
  const { expression, end } = parseExpressionAt(text, open + 2);
  closing.lastIndex = end;
  if (!closing.test(text)) {
    if (text.slice(end).trim() === "") failSyntax("`{{` is not closed", literalHint, open, text.length);
    const at = end + (/\S/.exec(text.slice(end))?.index ?? 0);
    failSyntax(`\`${text.slice(at, at + 1)}\` stands where \`}}\` is expected`, literalHint, at, at + 1);
  }
  return { type: "expression", expression, start: open, end: closing.lastIndex };
}

/** The one expression of a string that is nothing else, whose value keeps its type. */
export function wholeExpression(template: Template): Expression | undefined {
  const [first, second] = template.parts;
  return first?.type === "expression" && !second ? first.expression : undefined;
}

/** The config string that means these parts, in canonical text: the inverse of `parseTemplate`. */
export function textOf(parts: readonly TemplatePart[]): string {
  return parts
    .map((part, index) => {
      if (part.type === "expression") return `{{ ${printExpression(part.expression)} }}`;
      const escaped = part.text.replaceAll("{{", '{{ "{{" }}');
      const beforeExpression = parts[index + 1]?.type === "expression";
      return beforeExpression && escaped.endsWith("{") ? `${escaped.slice(0, -1)}{{ "{" }}` : escaped;
    })
    .join("");
}
