import { describe, expect, it } from "vitest";
import { dedentCodeBody, indentCodeBody, parseCodeBody } from "./code-body.ts";

describe("parseCodeBody", () => {
  it("accepts the body of an async function", () => {
    expect(parseCodeBody("const total = await Promise.resolve(1);\nreturn total; // done")).toBeUndefined();
  });

  it.each([
    ["return 1; } function other() { return 2;", "closes the function"],
    ["return (1;", "expected"],
    ["import fs from 'fs';", "import"],
    ["return await import('node:fs');", "import"],
    ["export const a = 1;", "export"],
    ["const step = async () => { 'use step'; };", "directive"],
  ])("refuses %s", (source, message) => {
    expect(parseCodeBody(source)?.message).toContain(message);
  });

  it.each([
    ["brackets", `return ${"[".repeat(20_000)}${"]".repeat(20_000)};`],
    ["blocks", `${"{".repeat(20_000)}${"}".repeat(20_000)}`],
    ["operators", `return ${"1+".repeat(20_000)}1;`],
    ["functions", `return ${"()=>".repeat(300)}1;`],
  ])("refuses %s that nest too deep for what reads them next", (_, source) => {
    expect(parseCodeBody(source)?.message).toBe("it nests deeper than 250 levels");
  });

  it("points at what is wrong", () => {
    const source = "const a = 1;\nreturn a +;";
    const problem = parseCodeBody(source);
    expect(source.slice(problem?.start, problem?.end)).toBe(";");
  });
});

describe("the indentation of a code body", () => {
  it.each(["return 1;", "if (a) {\n  return `\n  x ${`\n${a}`}\n`;\n}", "\n\n  a;\n   \n", "return 'a\\\n  b';", "/* a\n b */\nreturn 1;"])(
    "can be undone: %j",
    (source) => {
      expect(dedentCodeBody(indentCodeBody(source))).toBe(source);
    },
  );

  it("leaves the lines of a template alone", () => {
    expect(indentCodeBody("return `\nx`;")).toBe("  return `\nx`;");
  });
});
