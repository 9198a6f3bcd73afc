const LONGEST = 300;

/** One line of what a plugin's code threw, whatever that is, with the place in the source where there is no other. */
export function describeThrown(error: unknown): string {
  try {
    if (!(error instanceof Error)) return `it throws ${firstLine(String(error))}`;
    return `${firstLine(error.message) || error.name}${error instanceof SyntaxError ? placeOf(error) : ""}`;
  } catch {
    return "it throws something that cannot be shown";
  }
}

function firstLine(text: string): string {
  return (text.split(/[\r\n]+/).find((line) => line.trim() !== "") ?? "").slice(0, LONGEST);
}

/** Node writes the file and the line above the stack of an error in syntax. */
function placeOf(error: SyntaxError): string {
  const place = /^(?:file:\/\/)?(\/[^\n]*|[A-Za-z]:[^\n]*):(\d+)$/m.exec(error.stack ?? "");
  return place ? ` (${place[1]}:${place[2]})` : "";
}
