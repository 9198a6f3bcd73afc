import type { ts } from "ts-morph";
import type { DiagnosticCode, DiagnosticParameters } from "../diagnostics/catalogue.ts";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { spanOf } from "./span.ts";

/** Ends the reading of a statement; `parse` turns it into a diagnostic and goes on with the next one. */
export class SourceError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** A stretch of the module's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The text of a node without what stands before it. */
export function stretchOf(node: ts.Node, file: ts.SourceFile): Stretch {
  return { start: node.getStart(file), end: node.end };
}

/** Refuses a part of a module. */
export function fail<C extends DiagnosticCode>(
  file: ts.SourceFile,
  { start, end }: Stretch,
  code: C,
  parameters: DiagnosticParameters<C>,
): never {
  throw new SourceError(
    createDiagnostic(code, parameters, {}, { span: spanOf(file.text, start, end), excerpt: lineOf(file.text, start, end) }),
  );
}

function lineOf(text: string, start: number, end: number): { text: string; start: number; end: number } {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const line = text.slice(from, newline < 0 ? text.length : newline);
  return { text: line, start: start - from, end: Math.min(Math.max(end, start) - from, line.length) };
}
