import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpressionText, arbitrarySource } from "./arbitrary-expression.test-support.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";
import { readWithTypeScript, reduce } from "./read-with-typescript.test-support.ts";

const numRuns = Number(process.env["WEFT_PROPERTY_RUNS"] ?? 3_000);

function expectSameTree(text: string): void {
  const parsed = parseExpression(text);
  if (parsed.ok) expect(readWithTypeScript(text), text).toEqual(reduce(parsed.expression));
}

function expectCanonical(text: string): void {
  const parsed = parseExpression(text);
  if (!parsed.ok) return;
  const printed = printExpression(parsed.expression);
  const again = parseExpression(printed);
  expect(again.ok && reduce(again.expression), printed).toEqual(reduce(parsed.expression));
  expect(again.ok && printExpression(again.expression)).toBe(printed);
  expect(printed).not.toContain("\n");
}

describe("the expression parser beside TypeScript's", () => {
  it("reads whatever it accepts as TypeScript does", () => {
    fc.assert(fc.property(arbitraryExpressionText, expectSameTree), { numRuns });
  });

  it("reads whatever it accepts of random source as TypeScript does, and never throws", () => {
    fc.assert(fc.property(arbitrarySource, expectSameTree), { numRuns });
  });

  it("accepts a good part of what the generator makes, so that the other laws say something", () => {
    const texts = fc.sample(arbitraryExpressionText, { numRuns: 1_000, seed: 1 });
    expect(texts.filter((text) => parseExpression(text).ok).length).toBeGreaterThan(300);
  });

  it("prints what it accepts so that it reads the same again, and prints that the same", () => {
    fc.assert(fc.property(arbitraryExpressionText, expectCanonical), { numRuns });
  });

  it("prints texts that TypeScript reads the same between commas", () => {
    fc.assert(
      fc.property(arbitraryExpressionText, arbitraryExpressionText, (first, second) => {
        const parts = [parseExpression(first), parseExpression(second)];
        const [a, b] = parts.flatMap((part) => (part.ok ? [part.expression] : []));
        if (!a || !b) return;
        const inList = { target: "template", position: "list" } as const;
        const text = `[${printExpression(a, inList)}, ${printExpression(b, inList)}]`;
        expect(readWithTypeScript(text), text).toEqual({ type: "array", elements: [reduce(a), reduce(b)] });
      }),
      { numRuns },
    );
  });
});
