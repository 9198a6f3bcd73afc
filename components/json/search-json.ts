import type { JsonPath } from "./json-path.ts";
import { isContainer } from "./json-path.ts";
import { entriesOf } from "./json-rows.ts";

/** More is not counted: nobody steps through them, and the count says so. */
export const MOST_MATCHES = 5_000;

/** Where keys or plain values have a text in them, whatever its case, in the order of the lines. At most `MOST_MATCHES`. */
export function searchJson(value: unknown, text: string): JsonPath[] {
  const wanted = text.toLowerCase();
  if (wanted === "") return [];
  const found: JsonPath[] = [];
  const path: (string | number)[] = [];
  const visit = (at: unknown, key: string | number | undefined): void => {
    if (found.length >= MOST_MATCHES) return;
    const inKey = typeof key === "string" && key.toLowerCase().includes(wanted);
    if (inKey || (!isContainer(at) && String(at).toLowerCase().includes(wanted))) found.push([...path]);
    for (const [childKey, child] of entriesOf(at)) {
      path.push(childKey);
      visit(child, childKey);
      path.pop();
    }
  };
  visit(value, undefined);
  return found;
}

/** A text in pieces, those that are what is searched for marked. */
export function markMatches(text: string, wanted: string): { readonly text: string; readonly isMatch: boolean }[] {
  const low = text.toLowerCase();
  const find = wanted.toLowerCase();
  // Lowering changes the length of a few letters; then positions do not fit, and nothing is marked.
  if (find === "" || low.length !== text.length) return [{ text, isMatch: false }];
  const pieces: { text: string; isMatch: boolean }[] = [];
  let from = 0;
  for (let at = low.indexOf(find); at >= 0; at = low.indexOf(find, from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), isMatch: false });
    pieces.push({ text: text.slice(at, at + find.length), isMatch: true });
    from = at + find.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), isMatch: false });
  return pieces;
}
