import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic, GraphLocation } from "../diagnostics/diagnostic.ts";
import type { SourceMap } from "../emit/source-map.ts";
import { spanOf } from "../parse/span.ts";

/** TypeScript's codes for a value that may be null or undefined. */
const missing: ReadonlySet<number> = new Set([2531, 2532, 2533, 18047, 18048, 18049]);
/** "Property … does not exist on type …", without and with a suggestion. */
const unknownProperty: ReadonlySet<number> = new Set([2339, 2551]);

/** A complaint of TypeScript's in our words, on the node and field that the text came from. */
export function explainTypeError(diagnostic: ts.Diagnostic, source: string, map: SourceMap): Diagnostic {
  const start = diagnostic.start ?? 0;
  const end = start + (diagnostic.length ?? 0);
  const text = source.slice(start, end);
  const location = locate(start, end, map);
  const details = { span: spanOf(source, start, end), excerpt: excerptOf(source, start, end) };
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
  if (missing.has(diagnostic.code)) return createDiagnostic("possibly-missing", { text }, location, details);
  if (/(?:^|\s)Type '(?:[^']* \| )?undefined' is not assignable|undefined' is not assignable/.test(message)) {
    return createDiagnostic("possibly-missing", { text }, location, details);
  }
  if (unknownProperty.has(diagnostic.code)) {
    const [, property = text, type = "another type"] = /^Property '([^']+)' does not exist on type '(.+?)'\./.exec(message) ?? [];
    const nearest = /Did you mean '([^']+)'/.exec(message)?.[1];
    return createDiagnostic("unknown-property", { property, type, nearest }, location, details);
  }
  return createDiagnostic("type-mismatch", { problem: message }, location, details);
}

/** The field that an error is in; an error about a whole call belongs to the field inside it that it starts or, else, to the node. */
function locate(start: number, end: number, map: SourceMap): GraphLocation {
  const entry = map.at(start) ?? map.at(Math.max(start, end - 1));
  if (!entry) return {};
  return entry.path.length > 0 ? { node: entry.node, path: entry.path } : { node: entry.node };
}

/** The line of the error, as the text a caret points into. */
function excerptOf(source: string, start: number, end: number): { text: string; start: number; end: number } {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const newline = source.indexOf("\n", start);
  const text = source.slice(from, newline < 0 ? source.length : newline);
  return { text, start: start - from, end: Math.min(end - from, text.length) };
}
