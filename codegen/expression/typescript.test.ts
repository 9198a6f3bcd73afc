import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpressionText, arbitrarySource } from "../testing/arbitrary-expression.ts";
import type { Expression } from "./ast.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";
import { readWithTypeScript, reduce } from "../testing/read-with-typescript.ts";

const numRuns = Number(process.env["WEFT_PROPERTY_RUNS"] ?? 3_000);

/** Our tree of a text that we accept; texts that we refuse are passed over. */
function parseAccepted(text: string): Expression {
  const parsed = parseExpression(text);
  fc.pre(parsed.ok);
  return parsed.expression;
}

describe("the expression parser beside TypeScript's", () => {
  it("reads whatever it accepts as TypeScript does", () => {
    fc.assert(
      fc.property(arbitraryExpressionText, (text) => {
        expect(readWithTypeScript(text)).toEqual(reduce(parseAccepted(text)));
      }),
      { numRuns },
    );
  });

  it("reads whatever it accepts of random source as TypeScript does, and never throws", () => {
    fc.assert(
      fc.property(arbitrarySource, (text) => {
        const parsed = parseExpression(text);
        const trees = parsed.ok ? [readWithTypeScript(text), reduce(parsed.expression)] : [];
        expect(trees[0]).toEqual(trees[1]);
      }),
      { numRuns },
    );
  });

  it("accepts a good part of what the generator makes, so that the other laws say something", () => {
    const texts = fc.sample(arbitraryExpressionText, { numRuns: 1_000, seed: 1 });
    expect(texts.filter((text) => parseExpression(text).ok).length).toBeGreaterThan(300);
  });

  it("prints what it accepts so that it reads the same again, and prints that the same", () => {
    fc.assert(
      fc.property(arbitraryExpressionText, (text) => {
        const expression = parseAccepted(text);
        const printed = printExpression(expression);
        const again = parseAccepted(printed);
        expect(reduce(again)).toEqual(reduce(expression));
        expect(printExpression(again)).toBe(printed);
        expect(printed).not.toContain("\n");
      }),
      { numRuns },
    );
  });

  it("prints texts that TypeScript reads the same between commas", () => {
    fc.assert(
      fc.property(arbitraryExpressionText, arbitraryExpressionText, (first, second) => {
        const a = parseAccepted(first);
        const b = parseAccepted(second);
        const inList = { target: "template", position: "list" } as const;
        const text = `[${printExpression(a, inList)}, ${printExpression(b, inList)}]`;
        expect(readWithTypeScript(text)).toEqual({ type: "array", elements: [reduce(a), reduce(b)] });
      }),
      { numRuns },
    );
  });
});
