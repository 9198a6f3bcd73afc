import type { Diagnostic } from "./diagnostic.ts";
import { escapeUnprintable } from "./quote.ts";

export interface FormatOptions {
  /** Whether to mark severity and caret with ANSI colours. */
  readonly color?: boolean;
}

const width = 100;

/** A diagnostic as a terminal shows it: severity, code and place, the message, the excerpt with carets under it, the hint. */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions = {}): string {
  const paint = (code: number, text: string): string => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const hue = diagnostic.severity === "error" ? 31 : 33;
  const place = describePlace(diagnostic);
  const head = `${paint(hue, diagnostic.severity)}[${diagnostic.code}]${place === "" ? "" : ` ${place}`}`;
  const lines = [`${head}: ${escapeUnprintable(diagnostic.message)}`];
  if (diagnostic.excerpt) {
    const { line, carets } = pointAt(diagnostic.excerpt);
    lines.push(`    ${line}`, `    ${paint(hue, carets)}`);
  }
  lines.push(`  ${escapeUnprintable(diagnostic.hint)}`);
  return lines.join("\n");
}

function describePlace(diagnostic: Diagnostic): string {
  const { node, edge, path } = diagnostic.location;
  const place =
    node === undefined ? [...(edge === undefined ? [] : [`edge ${edge}`]), ...(path ?? [])].join(".") : [node, ...(path ?? [])].join(".");
  const span = diagnostic.span ? `${diagnostic.span.line}:${diagnostic.span.column}` : "";
  return escapeUnprintable([span, place].filter((part) => part !== "").join(" "));
}

/** The line of the excerpt that holds its start, cut to fit, and carets under the offending part of it. */
function pointAt(excerpt: { readonly text: string; readonly start: number; readonly end: number }): { line: string; carets: string } {
  const { text } = excerpt;
  const start = Math.min(Math.max(excerpt.start, 0), text.length);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const nextBreak = text.indexOf("\n", start);
  const lineEnd = nextBreak < 0 ? text.length : nextBreak;
  const end = Math.min(Math.max(excerpt.end, start + 1), Math.max(lineEnd, start + 1));
  const from = Math.max(lineStart, start - Math.floor(width / 2));
  const to = Math.min(lineEnd, from + width);
  const before = escapeUnprintable(text.slice(from, start));
  const marked = escapeUnprintable(text.slice(start, Math.min(end, to)));
  const after = escapeUnprintable(text.slice(Math.min(end, to), to));
  const lead = from > lineStart ? "…" : "";
  const tail = to < lineEnd ? "…" : "";
  return {
    line: `${lead}${before}${marked}${after}${tail}`,
    carets: `${" ".repeat([...`${lead}${before}`].length)}${"^".repeat(Math.max(1, [...marked].length))}`,
  };
}
