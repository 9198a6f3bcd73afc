import { parseExpressionOnce, parseTemplateOnce } from "../../../../codegen/expression/index.ts";
import { expressionOfTemplate } from "../../../../codegen/expression/values.ts";
import type { Evaluated, Values } from "./evaluate.ts";
import { evaluate } from "./evaluate.ts";
import type { TextMode } from "./segments.ts";

/** What a field's text gives with the values of the last run; undefined where it is plain text or does not parse. */
export function previewText(text: string, mode: TextMode, values: Values): Evaluated | undefined {
  if (mode === "expression") {
    const parsed = text.trim() === "" ? undefined : parseExpressionOnce(text);
    return parsed?.ok ? evaluate(parsed.expression, values) : undefined;
  }
  if (!text.includes("{{")) return undefined;
  const parsed = parseTemplateOnce(text);
  return parsed.ok ? evaluate(expressionOfTemplate(parsed.template), values) : undefined;
}

/** A value on one line of at most so many characters. */
export function printShort(value: unknown, most = 80): string {
  const text = value === undefined ? "undefined" : typeof value === "string" ? value : printData(value);
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

function printData(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
