import type { Diagnostic } from "../../../../codegen/diagnostics/diagnostic.ts";
import { parseExpressionOnce, parseTemplateOnce } from "../../../../codegen/expression/index.ts";
import type { TextMode } from "./segments.ts";

/** One thing wrong with a field: a sentence, what to do, where in its text, and how to mend it. */
export interface FieldProblem {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string | undefined;
  readonly range: { readonly start: number; readonly end: number } | undefined;
  readonly fix: TextFix | undefined;
}

/** A replacement of a stretch of the text by another; `insert` is what a button says. */
export interface TextFix {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** Diagnostics of exactly this field. */
export function problemsAt(diagnostics: readonly Diagnostic[], node: string, path: readonly (string | number)[]): readonly Diagnostic[] {
  return diagnostics.filter(({ location }) => location.node === node && samePath(location.path, path));
}

/** Diagnostics of this field or of anything in it: for what is edited as a whole. */
export function problemsWithin(
  diagnostics: readonly Diagnostic[],
  node: string,
  path: readonly (string | number)[],
): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ location }) => location.node === node && location.path !== undefined && path.every((step, index) => location.path?.[index] === step),
  );
}

function samePath(a: readonly (string | number)[] | undefined, b: readonly (string | number)[]): boolean {
  return a !== undefined && a.length === b.length && a.every((step, index) => step === b[index]);
}

/** What is wrong with a text as it is now: at once what does not parse, then what the checks said of this very text. */
export function textProblems(text: string, mode: TextMode, diagnostics: readonly Diagnostic[]): readonly FieldProblem[] {
  const parsed = mode === "template" ? parseTemplateOnce(text) : text.trim() === "" ? undefined : parseExpressionOnce(text);
  if (parsed && !parsed.ok) {
    const { message, hint, start, end } = parsed.problem;
    const range = { start, end: Math.max(end, Math.min(start + 1, text.length)) };
    return [{ severity: "error", message: sentence(message), hint, range, fix: findFix(hint, range, text) }];
  }
  const said = new Set<string>();
  return diagnostics.flatMap(({ severity, message, hint, excerpt, code }): FieldProblem[] => {
    if (code === "expression-syntax" || code === "expression-not-allowed") return [];
    // The checks run behind the typing: what they said of another text is gone or comes again.
    if (excerpt && excerpt.text !== text) return [];
    if (said.has(message)) return [];
    said.add(message);
    const range = excerpt && { start: excerpt.start, end: excerpt.end };
    return [{ severity, message, hint, range, fix: range && (findFix(hint, range, text) ?? findMissingFix(code, range, text)) }];
  });
}

/** "Did you mean `x`?" as a replacement: of the name that the problem is about, wherever in its stretch that stands. */
function findFix(hint: string, range: { readonly start: number; readonly end: number }, text: string): TextFix | undefined {
  const meant = /^Did you mean `([^`]+)`\?$/.exec(hint)?.[1];
  if (meant === undefined) return undefined;
  const wrong = text.slice(range.start, range.end);
  const last = /[A-Za-z_$][\w$]*$/.exec(wrong);
  const whole = meant.includes(".") || meant.startsWith('"');
  const start = whole || !last ? range.start : range.start + last.index;
  return { start, end: range.end, insert: meant };
}

/** `order.body` that may be missing, read with `?.`. */
function findMissingFix(code: Diagnostic["code"], range: { readonly end: number }, text: string): TextFix | undefined {
  if (code !== "possibly-missing" || text[range.end] !== "." || text[range.end + 1] === ".") return undefined;
  return { start: range.end, end: range.end + 1, insert: "?." };
}

export function applyFix(text: string, { start, end, insert }: TextFix): string {
  return text.slice(0, start) + insert + text.slice(end);
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
