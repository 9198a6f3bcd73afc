import { expect, it } from "vitest";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { readProblems } from "./read-problems.ts";

it("takes severity, message and hint, and says the same once", () => {
  const of = (node: string, severity: Diagnostic["severity"], message: string, hint: string): Diagnostic => ({
    code: "unknown-reference",
    severity,
    message,
    hint,
    location: { node },
  });
  const nowhere = { range: undefined, fix: undefined };
  const diagnostics = [
    of("a", "error", "There is no `ordre`.", "Did you mean `order`?"),
    of("b", "error", "There is no `ordre`.", ""),
    of("a", "warning", "It may be missing.", ""),
  ];
  expect(readProblems(diagnostics)).toEqual([
    { severity: "error", message: "There is no `ordre`.", hint: "Did you mean `order`?", ...nowhere },
    { severity: "warning", message: "It may be missing.", hint: undefined, ...nowhere },
  ]);
});
