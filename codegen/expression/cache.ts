import type { ParsedExpression } from "./parse-expression.ts";
import { parseExpression } from "./parse-expression.ts";
import type { ParsedTemplate } from "./template.ts";
import { parseTemplate } from "./template.ts";

const maxEntries = 8_000;
/** Longer texts are rare, and would hold too much memory. */
const maxLength = 4_000;

function remember<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = parse(text);
    if (text.length > maxLength) return made;
    if (known.size >= maxEntries) {
      // The oldest half goes: cheap, and what is being edited stays.
      for (const key of [...known.keys()].slice(0, maxEntries / 2)) known.delete(key);
    }
    known.set(text, made);
    return made;
  };
}

/** `parseExpression`, each distinct text once. The tree is frozen by convention: nobody writes to it. */
export const parseExpressionOnce: (text: string) => ParsedExpression = remember((text) => parseExpression(text));

/** `parseTemplate`, each distinct text once. */
export const parseTemplateOnce: (text: string) => ParsedTemplate = remember(parseTemplate);
