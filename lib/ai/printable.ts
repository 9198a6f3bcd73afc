import { escapeUnprintable } from "../../codegen/diagnostics/quote.ts";

/** A model's words as they may stand on a page or in a terminal: line breaks and tabs stay, and the joiners that scripts and emoji need. */
export function printable(words: string): string {
  return words.replace(/[^\n\t\u200c\u200d]+/g, escapeUnprintable);
}
