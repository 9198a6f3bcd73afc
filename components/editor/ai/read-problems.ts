import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { FieldProblem } from "../inspector/value/field-problems.ts";

/** The diagnostics of an answer as a field shows them; the same thing is said once. */
export function readProblems(diagnostics: readonly Diagnostic[]): readonly FieldProblem[] {
  return diagnostics
    .filter(({ message }, index) => diagnostics.findIndex((other) => other.message === message) === index)
    .map(({ severity, message, hint }) => ({ severity, message, hint: hint === "" ? undefined : hint, range: undefined, fix: undefined }));
}
