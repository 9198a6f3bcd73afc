import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../../codegen/diagnostics/diagnostic.ts";
import { applyFix, problemsAt, textProblems } from "./field-problems.ts";

const said = (more: Partial<Diagnostic>): Diagnostic => ({
  code: "unknown-reference",
  severity: "error",
  message: "Nothing here is called `ordr`.",
  hint: "Did you mean `order`?",
  location: { node: "a", path: ["text"] },
  ...more,
});

describe("what is wrong with a field", () => {
  it("is said at once when it does not parse", () => {
    expect(textProblems("{{ order. }}", "template", [])).toMatchObject([{ severity: "error", range: { start: 10 } }]);
    expect(textProblems("a ==", "expression", [])).toHaveLength(1);
    expect(textProblems("", "expression", [])).toEqual([]);
  });

  it("is what the checks said of this text, and of no older one", () => {
    const found = said({ excerpt: { text: "{{ ordr }}", start: 3, end: 7 } });
    expect(textProblems("{{ ordr }}", "template", [found, found])).toHaveLength(1);
    expect(textProblems("{{ ordre }}", "template", [found])).toEqual([]);
  });

  it("is mended by what was meant", () => {
    const text = "Of {{ ordr.total }}";
    const [problem] = textProblems(text, "template", [said({ excerpt: { text, start: 6, end: 10 } })]);
    expect(problem?.fix && applyFix(text, problem.fix)).toBe("Of {{ order.total }}");
  });

  it("replaces the field, not what it is read from", () => {
    const text = "{{ order.totl }}";
    const [problem] = textProblems(text, "template", [
      said({ code: "unknown-property", hint: "Did you mean `total`?", excerpt: { text, start: 3, end: 13 } }),
    ]);
    expect(problem?.fix && applyFix(text, problem.fix)).toBe("{{ order.total }}");
  });

  it("reads what may be missing with ?.", () => {
    const text = "{{ alert.body.ts }}";
    const [problem] = textProblems(text, "template", [
      said({ code: "possibly-missing", hint: "Write `alert?.body.ts`.", excerpt: { text, start: 3, end: 8 } }),
    ]);
    expect(problem?.fix && applyFix(text, problem.fix)).toBe("{{ alert?.body.ts }}");
  });

  it("belongs to one field", () => {
    const list = [said({}), said({ location: { node: "a", path: ["text", 0] } }), said({ location: { node: "b", path: ["text"] } })];
    expect(problemsAt(list, "a", ["text"])).toHaveLength(1);
  });
});
