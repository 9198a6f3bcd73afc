import type { Expression } from "../expression/ast.ts";
import { parseExpressionAt } from "../expression/parse-expression.ts";
import { invariant } from "../invariant.ts";

/** A config string that `check` has accepted, as texts and expressions in turn; a constant text between braces is text. */
export function readTemplate(text: string): readonly (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  const addText = (more: string): void => {
    const last = parts.at(-1);
    if (more === "") return;
    if (typeof last === "string") parts[parts.length - 1] = last + more;
    else parts.push(more);
  };
  let at = 0;
  for (let open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
    addText(text.slice(at, open));
    const { expression, end } = parseExpressionAt(text, open + 2);
    const close = text.indexOf("}}", end);
    invariant(close >= 0 && text.slice(end, close).trim() === "", `${JSON.stringify(text.slice(open, open + 200))} is closed`);
    if (expression.type === "string") addText(expression.value);
    else parts.push(expression);
    at = close + 2;
  }
  addText(text.slice(at));
  return parts;
}
