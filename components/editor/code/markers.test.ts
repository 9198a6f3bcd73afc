import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { createSourceMap } from "../../../codegen/emit/source-map.ts";
import { createCodePlaces } from "./code-places.ts";
import { findFix, placeDiagnostics } from "./markers.ts";

const source = 'const order = await request({\n  url: "https://example.com",\n});\n';
const map = createSourceMap([
  { node: "order", path: [], start: 0, end: source.length - 1 },
  { node: "order", path: ["url"], start: source.indexOf('"https'), end: source.indexOf(",\n}") },
]);
const diagnosticOf = (more: Partial<Diagnostic>): Diagnostic => ({
  code: "invalid-config",
  severity: "error",
  message: "It is wrong.",
  hint: "",
  location: {},
  ...more,
});
const underlined = (diagnostic: Diagnostic, text = source): string[] =>
  placeDiagnostics([diagnostic], text, createCodePlaces({ source, map }, text)).map(({ start, end }) => text.slice(start, end));

describe("a diagnostic is underlined", () => {
  it("at its field, at the name of its node, and at the part that it quotes", () => {
    expect(underlined(diagnosticOf({ location: { node: "order", path: ["url"] } }))).toEqual(['"https://example.com"']);
    expect(underlined(diagnosticOf({ location: { node: "order" } }))).toEqual(["order"]);
    const excerpt = { text: "https://example.com", start: 8, end: 19 };
    expect(underlined(diagnosticOf({ location: { node: "order", path: ["url"] }, excerpt }))).toEqual(["example.com"]);
  });

  it("where the same letters stand after a person typed above them", () => {
    expect(underlined(diagnosticOf({ location: { node: "order" } }), `// note\n\n${source}`)).toEqual(["order"]);
  });

  it("at the letter before the place where something is missing", () => {
    const span = { start: 5, end: 5, line: 1, column: 6 };
    expect(placeDiagnostics([diagnosticOf({ span })], source, undefined)).toMatchObject([{ start: 4, end: 5 }]);
  });

  it("once, and not at all when it has no place", () => {
    const twice = diagnosticOf({ location: { node: "order" } });
    expect(placeDiagnostics([twice, { ...twice }], source, createCodePlaces({ source, map }, source))).toHaveLength(1);
    expect(underlined(diagnosticOf({ location: { node: "gone" } }))).toEqual([]);
  });
});

describe("a fix", () => {
  it("puts what was probably meant in the place of what the message names", () => {
    const text = "const sent = await reqest({});";
    const diagnostic = diagnosticOf({
      code: "source-unknown-call",
      message: "Nothing imported is called `reqest`.",
      hint: "Did you mean `request`?",
    });
    expect(findFix({ diagnostic, start: 19, end: 25 }, text)).toEqual({ wrong: "reqest", right: "request", start: 19, end: 25 });
    expect(findFix({ diagnostic, start: 13, end: text.length }, text)).toEqual({ wrong: "reqest", right: "request", start: 19, end: 25 });
  });

  it("is none where nothing is proposed or the name does not stand there", () => {
    expect(findFix({ diagnostic: diagnosticOf({ hint: "Set it." }), start: 0, end: 5 }, source)).toBeUndefined();
    const elsewhere = diagnosticOf({ message: "`nothing` is wrong.", hint: "Did you mean `something`?" });
    expect(findFix({ diagnostic: elsewhere, start: 0, end: 3 }, "( )")).toBeUndefined();
  });
});
