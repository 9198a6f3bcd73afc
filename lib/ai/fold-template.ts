import type { Expression } from "../../codegen/expression/ast.ts";
import { childrenOf } from "../../codegen/expression/ast.ts";
import type { Template } from "../../codegen/expression/template.ts";

/** A text in the pieces that are the same in every run; undefined stands for what a run makes. Pieces of text that meet are one. */
export type Folded = readonly (string | undefined)[];

/** What is known of a config's text before any run, constants in its expressions included. */
export function foldTemplate({ parts }: Template): Folded {
  return join(parts.flatMap((part) => (part.type === "text" ? [part.text] : fold(part.expression))));
}

/** The texts that an expression writes: itself where it is one, and those inside it that are no part of a longer one. */
export function textsIn(expression: Expression): Folded[] {
  return isText(expression) ? [fold(expression), ...textsInside(expression)] : textsInside(expression);
}

function textsInside(expression: Expression): Folded[] {
  return childrenOf(expression).flatMap((child) => (isText(expression) && isText(child) ? textsInside(child) : textsIn(child)));
}

function fold(expression: Expression): Folded {
  switch (expression.type) {
    case "string":
      return [expression.value];
    case "number":
    case "boolean":
      return [String(expression.value)];
    case "null":
      return ["null"];
    case "group":
      return fold(expression.expression);
    case "template":
      return join(
        expression.quasis.flatMap((text, at) => {
          const part = expression.expressions[at];
          return part === undefined ? [text] : [text, ...fold(part)];
        }),
      );
    case "binary":
      return isText(expression) ? join([...fold(expression.left), ...fold(expression.right)]) : [undefined];
    default:
      return [undefined];
  }
}

/** Whether its value is a text whatever a run makes; of `+` one side is enough. */
function isText(expression: Expression): boolean {
  if (expression.type === "group") return isText(expression.expression);
  if (expression.type === "binary") return expression.operator === "+" && (isText(expression.left) || isText(expression.right));
  return expression.type === "string" || expression.type === "template";
}

function join(pieces: Folded): Folded {
  const joined: (string | undefined)[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece === "") continue;
    if (piece !== undefined && last !== undefined) joined[joined.length - 1] = last + piece;
    else if (piece !== undefined || last !== undefined || joined.length === 0) joined.push(piece);
  }
  return joined;
}
