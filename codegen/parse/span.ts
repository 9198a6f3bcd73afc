import type { SourceSpan } from "../diagnostics/diagnostic.ts";

/** A stretch of a text with the line and column of its start. */
export function spanOf(text: string, start: number, end: number): SourceSpan {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < start; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { start, end, line, column: start - lineStart + 1 };
}
