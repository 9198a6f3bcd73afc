import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { CodePlaces } from "./code-places.ts";

/** A diagnostic as it is underlined in the text. */
export interface Marker {
  readonly diagnostic: Diagnostic;
  readonly start: number;
  readonly end: number;
}

/** Where diagnostics of a text, and of the graph that the text is the code of, stand in it; those of no place are left out. */
export function placeDiagnostics(diagnostics: readonly Diagnostic[], text: string, places: CodePlaces | undefined): Marker[] {
  const seen = new Set<string>();
  return diagnostics.flatMap((diagnostic) => {
    const found = diagnostic.span ?? placeInGraph(diagnostic, text, places);
    if (!found) return [];
    const { start, end } = found;
    const key = JSON.stringify([diagnostic.code, diagnostic.message, start]);
    if (seen.has(key)) return [];
    seen.add(key);
    // What is missing at a place is underlined at the letter before it.
    return [end > start ? { diagnostic, start, end } : { diagnostic, start: Math.max(0, start - 1), end: Math.max(1, start) }];
  });
}

function placeInGraph({ location, excerpt }: Diagnostic, text: string, places: CodePlaces | undefined) {
  const [place] = location.node === undefined ? [] : (places?.of(location.node, location.path) ?? []);
  if (!place) return undefined;
  const wrong = excerpt?.text.slice(excerpt.start, excerpt.end).trim() ?? "";
  const inside = wrong === "" ? -1 : text.slice(place.start, place.end).indexOf(wrong);
  if (inside >= 0) return { start: place.start + inside, end: place.start + inside + wrong.length };
  // Of a whole node, its name says enough, or what it begins with.
  const line = text.slice(place.start, place.end).split("\n", 1)[0] ?? "";
  const name = new RegExp(`^(?:(?:const|let) )?(${location.node}\\b|[\\w.]+)`).exec(line)?.[1] ?? line;
  const start = place.start + line.indexOf(name);
  return { start, end: start + name.length };
}

/** A change of the text that would mend a diagnostic: "did you mean". */
export interface Fix {
  readonly wrong: string;
  readonly right: string;
  readonly start: number;
  readonly end: number;
}

/** What a diagnostic proposes, where its hint names the one thing that was probably meant. */
export function findFix({ diagnostic, start, end }: Marker, text: string): Fix | undefined {
  const right = /Did you mean `([^`]+)`\?/.exec(diagnostic.hint)?.[1];
  if (right === undefined) return undefined;
  const marked = text.slice(start, end);
  const quoted = [...diagnostic.message.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const wrong = [marked.trim(), ...quoted].find((name) => /^[\w$.]+$/.test(name) && name !== right && marked.includes(name));
  if (wrong === undefined) return undefined;
  const at = start + marked.indexOf(wrong);
  return { wrong, right, start: at, end: at + wrong.length };
}
