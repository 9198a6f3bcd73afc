import { stripThoughts } from "./strip-thoughts.ts";

/** The text between the first Markdown fences, or all of it: models put code between them whatever they are told. Thoughts are left out. */
export function stripFence(answer: string): string {
  const text = stripThoughts(answer);
  const found = /```[\w-]*[ \t]*\n([^]*?)```/.exec(text)?.[1] ?? text;
  return found.replace(/^\s*\n/, "").trimEnd();
}
