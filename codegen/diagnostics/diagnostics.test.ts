import { describe, expect, it } from "vitest";
import { createDiagnostic } from "./create-diagnostic.ts";
import { formatDiagnostic } from "./format-diagnostic.ts";
import { quote, quoteList } from "./quote.ts";

describe("formatDiagnostic", () => {
  const diagnostic = createDiagnostic(
    "expression-not-allowed",
    { problem: "`==`", advice: "Use `===`." },
    { node: "isVip", path: ["when"] },
    { excerpt: { text: "input.plan == 'vip'", start: 11, end: 13 } },
  );

  it("shows the place, the sentence, carets under the excerpt, and the hint", () => {
    expect(formatDiagnostic(diagnostic)).toBe(
      [
        "error[expression-not-allowed] isVip.when: The expression uses what is not allowed: `==`.",
        "    input.plan == 'vip'",
        "               ^^",
        "  Use `===`.",
      ].join("\n"),
    );
  });

  it("colours severity and carets when asked", () => {
    const [head = "", , carets = ""] = formatDiagnostic(diagnostic, { color: true }).split("\n");
    expect(head.startsWith("\u001b[31merror\u001b[0m[")).toBe(true);
    expect(carets).toBe("    \u001b[31m           ^^\u001b[0m");
  });

  it("cuts long lines around the place, and shows one line of several", () => {
    const text = `first\n${"x".repeat(200)}HERE${"y".repeat(200)}\nlast`;
    const long = formatDiagnostic({ ...diagnostic, excerpt: { text, start: 206, end: 210 } }).split("\n");
    expect(long[1]).toBe(`    …${"x".repeat(50)}HERE${"y".repeat(46)}…`);
    expect(long[2]).toBe(`    ${" ".repeat(51)}^^^^`);
  });

  it("points behind a text that ends too early", () => {
    const [, line, carets] = formatDiagnostic({ ...diagnostic, excerpt: { text: "a +", start: 3, end: 3 } }).split("\n");
    expect([line, carets]).toEqual(["    a +", "       ^"]);
  });

  it("lets no text of a user's move the cursor of a terminal", () => {
    const nasty = createDiagnostic("duplicate-id", { node: "\u001b[2Ja\u202e" }, { node: "\u001b[2J" });
    expect(formatDiagnostic(nasty)).not.toContain("\u001b");
    expect(formatDiagnostic(nasty)).toContain("`\\u001b[2Ja\\u202e`");
  });

  it("gives line and column for source code", () => {
    expect(formatDiagnostic({ ...diagnostic, location: {}, span: { start: 0, end: 1, line: 3, column: 7 } })).toContain(
      "error[expression-not-allowed] 3:7: ",
    );
  });
});

it("quotes long texts and long lists short", () => {
  expect(quote("x".repeat(100))).toBe(`\`${"x".repeat(57)}…\``);
  expect(quoteList(["a"])).toBe("`a`");
  expect(quoteList(["a", "b", "c"])).toBe("`a`, `b` or `c`");
  expect(quoteList("abcdefghij".split(""))).toBe("`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h` and 2 more");
});
