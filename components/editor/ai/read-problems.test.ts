import { expect, it } from "vitest";
import { readProblems } from "./read-problems.ts";

it("reads severity, message and hint, says the same once, and passes over what says nothing", () => {
  const diagnostics = [
    { code: "unknown-name", severity: "error", message: "There is no `ordre`.", hint: "Did you mean `order`?", location: { node: "a" } },
    { severity: "error", message: "There is no `ordre`." },
    { severity: "warning", message: "It may be missing.", hint: "" },
    { severity: "error", message: 7 },
  ];
  const nowhere = { range: undefined, fix: undefined };
  expect(readProblems(diagnostics)).toEqual([
    { severity: "error", message: "There is no `ordre`.", hint: "Did you mean `order`?", ...nowhere },
    { severity: "warning", message: "It may be missing.", hint: undefined, ...nowhere },
  ]);
});
