import type { DiagnosticCode } from "./catalogue.ts";

/** A place in a graph: a node, and the field of its config (`["headers", "accept"]`), or the whole document when both are absent. */
export interface GraphLocation {
  readonly node?: string;
  readonly edge?: string;
  readonly path?: readonly (string | number)[];
}

/** A place in source text: 1-based line and column, 0-based half-open offsets. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** One thing wrong with a graph or a source text. `message` says what and why, `hint` what to do. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string;
  readonly location: GraphLocation;
  /** The offending part of a typed text (an expression, a code body, a module) with 0-based half-open offsets in it. */
  readonly excerpt?: { readonly text: string; readonly start: number; readonly end: number };
  /** Set when the diagnostic is about source code rather than a graph. */
  readonly span?: SourceSpan;
  /** What TypeScript itself says, where the message is a translation of it. */
  readonly compilerMessage?: string;
}
