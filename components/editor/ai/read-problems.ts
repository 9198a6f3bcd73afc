import type { FieldProblem } from "../inspector/value/field-problems.ts";

/** The diagnostics of an answer as a field shows them; what says nothing is left out, and the same thing is said once. */
export function readProblems(diagnostics: readonly Readonly<Record<string, unknown>>[]): readonly FieldProblem[] {
  const said = new Set<unknown>();
  return diagnostics.flatMap(({ severity, message, hint }) => {
    if (typeof message !== "string" || said.has(message)) return [];
    said.add(message);
    return [
      {
        severity: severity === "warning" ? "warning" : "error",
        message,
        hint: typeof hint === "string" && hint !== "" ? hint : undefined,
        range: undefined,
        fix: undefined,
      },
    ];
  });
}
