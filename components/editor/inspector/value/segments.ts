import type { Expression } from "../../../../codegen/expression/ast.ts";
import { parseTemplateOnce } from "../../../../codegen/expression/index.ts";
import { printExpression } from "../../../../codegen/expression/print-expression.ts";

/** How a field's text is read: text that may hold `{{ }}`, or one bare expression. */
export type TextMode = "template" | "expression";

/** A stretch of a field's text: plain, or an expression in its braces, shown as a chip. Offsets are of the whole text. */
export type Segment =
  | { readonly kind: "text"; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: "chip"; readonly text: string; readonly label: string; readonly start: number; readonly end: number };

/** Splits a text at its expressions. Braces that do not parse stay text, so that nothing is hidden while it is typed. */
export function segmentsOf(text: string, mode: TextMode): readonly Segment[] {
  if (mode === "expression" || !text.includes("{{")) return text === "" ? [] : [{ kind: "text", text, start: 0, end: text.length }];
  const found: Segment[] = [];
  let position = 0;
  for (const chip of chipsOf(text)) {
    if (chip.start > position) found.push({ kind: "text", text: text.slice(position, chip.start), start: position, end: chip.start });
    found.push(chip);
    position = chip.end;
  }
  if (position < text.length) found.push({ kind: "text", text: text.slice(position), start: position, end: text.length });
  return found;
}

function chipsOf(text: string): readonly Segment[] {
  const whole = parseTemplateOnce(text);
  if (whole.ok)
    return whole.template.parts.flatMap((part) =>
      part.type === "expression" ? [chipAt(text, part.start, part.end, part.expression)] : [],
    );
  const chips: Segment[] = [];
  for (let open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", open)) {
    const chip = readChip(text, open);
    if (chip) chips.push(chip);
    open = chip ? chip.end : open + 2;
  }
  return chips;
}

/** The first closing braces with which what is between parses. */
function readChip(text: string, open: number): Segment | undefined {
  const next = text.indexOf("{{", open + 2);
  const end = next < 0 ? text.length : next;
  let close = text.indexOf("}}", open + 2);
  while (close >= 0 && close < end) {
    const parsed = parseTemplateOnce(text.slice(open, close + 2));
    const [part, more] = parsed.ok ? parsed.template.parts : [];
    if (part?.type === "expression" && !more) return chipAt(text, open, close + 2, part.expression);
    close = text.indexOf("}}", close + 1);
  }
  return undefined;
}

function chipAt(text: string, start: number, end: number, expression: Expression): Segment {
  return { kind: "chip", text: text.slice(start, end), label: labelOfExpression(expression), start, end };
}

/** An expression as people read it: a path as `order › body › total`, anything else as it is written. */
export function labelOfExpression(expression: Expression): string {
  return pathOf(expression)?.join(" › ") ?? printExpression(expression);
}

/** `order?.body.items[0]` as its steps; undefined for what is not a path from a name. */
export function pathOf(expression: Expression): readonly (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  for (let at = expression; ;) {
    switch (at.type) {
      case "name":
        return [at.name, ...steps];
      case "member":
        steps.unshift(at.property);
        at = at.object;
        break;
      case "index":
        if (at.key.type !== "string" && at.key.type !== "number") return undefined;
        steps.unshift(at.key.value);
        at = at.object;
        break;
      case "group":
        at = at.expression;
        break;
      default:
        return undefined;
    }
  }
}

/** One step of a path to a value; `optional`: what it leads to may be missing. */
export interface PathStep {
  readonly name: string | number;
  readonly optional: boolean;
}

const word = /^[A-Za-z_$][\w$]*$/;

/** The expression that reads a value: `order.body.total`, with `?.` behind what may be missing. */
export function expressionOfPath(steps: readonly PathStep[]): string {
  return steps
    .map(({ name }, index) => {
      if (index === 0) return String(name);
      const maybe = steps[index - 1]?.optional === true;
      if (typeof name === "string" && word.test(name)) return `${maybe ? "?." : "."}${name}`;
      return `${maybe ? "?." : ""}[${JSON.stringify(name)}]`;
    })
    .join("");
}

/** A text with an expression put in place of a stretch of it, and where the caret goes. Inside braces, and in a bare expression, without braces of its own. */
export function insertExpression(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  expression: string,
  mode: TextMode,
): { readonly from: number; readonly to: number; readonly insert: string; readonly caret: number } {
  const insert = mode === "expression" || isInBraces(text, from) ? expression : `{{ ${expression} }}`;
  return { from, to, insert, caret: from + insert.length };
}

/** Whether an offset is inside of braces: of a chip, or of ones that are still open. */
export function isInBraces(text: string, offset: number): boolean {
  const chip = chipsOf(text).find(({ start, end }) => offset > start && offset < end);
  if (chip) return offset >= chip.start + 2 && offset <= chip.end - 2;
  const open = text.lastIndexOf("{{", offset - 2);
  return open >= 0 && open + 2 <= offset && text.lastIndexOf("}}", offset - 1) < open;
}
