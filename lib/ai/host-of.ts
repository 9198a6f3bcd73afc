import type { Folded } from "./fold-template.ts";

/** What no host holds; where it stands, a run says what it is. A text that does not parse has it too. */
const HOLE = "{{";

/** Whether a text begins as a web address does, which whoever reads it may call. */
export function beginsAsAddress(folded: Folded): boolean {
  return /^(?:https?|wss?):/i.test(beginningOf(folded));
}

/**
 * The host, with its port, that a text names as an address; an empty text where a run says which, undefined for a text that is no address.
 * It is read as the steps read it: without two slashes, or with backslashes or line breaks in it, an address is an address still.
 */
export function hostOf(folded: Folded): string | undefined {
  const text = beginningOf(folded);
  if (folded.every((piece) => piece !== undefined)) return URL.parse(text)?.host || undefined;
  // Only what ends a host makes it sure.
  const isSure = /^[a-z][a-z0-9+.-]*:[/\\]*[^/\\?#]+[/\\?#]/i.test(text);
  return (isSure ? URL.parse(text)?.host : undefined) ?? "";
}

/** The hosts of web addresses anywhere in a text; an empty text for one that a run makes. */
export function hostsWithin(folded: Folded): string[] {
  const text = folded.map((piece) => piece ?? HOLE).join("");
  return Array.from(text.matchAll(/(?:https?|wss?):[/\\]+[^\s/?#"'`<>\\]+/gi)).flatMap(([address]) => {
    if (address.includes(HOLE)) return [""];
    // Of a sentence, not of the address.
    return URL.parse(address.replace(/[.,;:!)\]]{1,8}$/, ""))?.host || [];
  });
}

/** As `URL` reads it, which leaves these out. */
function beginningOf(folded: Folded): string {
  return (folded[0] ?? "").replace(/[\t\n\r]/g, "").replace(/^[\0- ]+/, "");
}
