/** Names of built-in kinds' results, where the kind's own word is reserved or says little. */
const kindNames: ReadonlyMap<string, string> = new Map([
  ["trigger", "input"],
  ["code", "result"],
  ["control.if", "check"],
  ["control.switch", "route"],
  ["control.forEach", "each"],
  ["control.repeat", "repeated"],
  ["control.sleep", "pause"],
  ["control.approval", "approval"],
  ["control.waitForEvent", "event"],
  ["control.call", "called"],
  ["control.set", "fields"],
  ["control.return", "answer"],
  ["control.fail", "failure"],
  ["note", "note"],
]);

/** What actions of one word give. */
const wordNames: ReadonlyMap<string, string> = new Map([
  ["request", "response"],
  ["ask", "answer"],
  ["query", "rows"],
  ["search", "results"],
  ["translate", "translation"],
  ["transcribe", "transcript"],
]);

/** Verbs that say nothing about what comes back. */
const plainVerbs = new Set(
  "add append capture copy create download find generate get insert list lookup make query read save search send upload upsert write".split(
    " ",
  ),
);
const participles: ReadonlyMap<string, string> = new Map([
  ["archive", "archived"],
  ["cancel", "cancelled"],
  ["close", "closed"],
  ["delete", "deleted"],
  ["edit", "edited"],
  ["move", "moved"],
  ["publish", "published"],
  ["remove", "removed"],
  ["update", "updated"],
]);
const prepositions = new Set("and as by for from in into of on or to with".split(" "));

/**
 * The name that an engineer would give to what a kind of node gives: `slack.sendMessage` → `message`, `http.request` → `response`,
 * `github.deleteIssue` → `deletedIssue`. Never the name of the step itself, which the code imports.
 */
export function suggestName(kind: string): string {
  const known = kindNames.get(kind);
  if (known !== undefined) return known;
  const action = kind.slice(kind.indexOf(".") + 1).replaceAll(/[^A-Za-z0-9]/g, "");
  const [verb = "", ...rest] = action.split(/(?=[A-Z])/);
  const [first = ""] = rest;
  const noun = lowerFirst(rest.join(""));
  const isObject = rest.length > 0 && !prepositions.has(first.toLowerCase());
  const participle = participles.get(verb);
  const name =
    isObject && plainVerbs.has(verb)
      ? noun
      : isObject && participle !== undefined
        ? participle + rest.join("")
        : (wordNames.get(action) ?? `${lowerFirst(action)}Result`);
  return /^[a-z]/.test(name) ? name : "result";
}

function lowerFirst(text: string): string {
  // `listURLs` gives `urls`, not `uRLs`.
  return text.replace(/^[A-Z]+(?=[A-Z][a-z]|$|s$)|^[A-Z]/, (start) => start.toLowerCase());
}
