/** Where the payload that a workflow was last run with is kept, for this browser. */
function keyOf(document: string): string {
  return `weft.payload.${document}`;
}

/** The payload to begin with: the last one of this workflow, or its sample; as text a person edits. */
export function readPayload(document: string, sample: unknown, storage: Pick<Storage, "getItem"> = localStorage): string {
  return storage.getItem(keyOf(document)) ?? JSON.stringify(sample ?? {}, null, 2);
}

/** Keeps a payload for the next time. A browser that keeps nothing loses nothing but this. */
export function keepPayload(document: string, text: string, storage: Pick<Storage, "setItem"> = localStorage): void {
  try {
    storage.setItem(keyOf(document), text);
  } catch {
    // Full, or forbidden: the sample serves the next time.
  }
}

/** What a text says as JSON, or the line where it stops being it. An empty text says nothing at all. */
export function parsePayload(text: string): { readonly value: unknown } | { readonly line: number } {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const end = position === undefined ? text.length : Number(position);
    return { line: text.slice(0, end).split("\n").length };
  }
}
