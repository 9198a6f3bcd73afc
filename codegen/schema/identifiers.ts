import { IDENTIFIER } from "./patterns.ts";

/** Words that strict-mode module code cannot use as a name, and names that would change what code means. */
const languageWords =
  "arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected prototype public return static super switch this throw true try typeof undefined var void while with yield";

/** Names the emitter itself uses inside a workflow function. */
const emitterWords = "error round";

/** Globals that expressions may use and that start with a lower-case letter. */
const globalWords = "env decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt";

export const languageReservedWords: ReadonlySet<string> = new Set(languageWords.split(" "));

/** What no node, workflow or container variable may be called. */
const reservedWords: ReadonlySet<string> = new Set([languageWords, emitterWords, globalWords].join(" ").split(" "));

/** Whether the text has the shape of an identifier; it may still be reserved. */
export function hasIdentifierShape(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** Whether the text may name a node, a workflow or a container variable. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && !reservedWords.has(text);
}

/** Whether the text may name the variable of a loop: `for (const of of [])` is beyond some of the tools that take types out. */
export function isVariableName(text: string): boolean {
  return isIdentifier(text) && text !== "of";
}

const inputName = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Whether the text may name an input of a `code` node: it becomes a parameter of a function of its own. */
export function isCodeInputName(text: string): boolean {
  return inputName.test(text) && !languageReservedWords.has(text);
}
