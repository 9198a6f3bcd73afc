import { expect, it } from "vitest";
import { parseExpression } from "../../codegen/expression/parse-expression.ts";
import { parseTemplate } from "../../codegen/expression/template.ts";
import type { Folded } from "./fold-template.ts";
import { foldTemplate, textsIn } from "./fold-template.ts";

it.each<[string, Folded]>([
  ["plain", ["plain"]],
  ["a{{ 'b' }}c", ["abc"]],
  ["a{{ input.b }}c", ["a", undefined, "c"]],
  ["{{ input.a }}{{ input.b }}", [undefined]],
  ["{{ `a${1}${'b' + 2}${null}` }}", ["a1b2null"]],
  ["{{ 'a' + input.b + 'c' }}", ["a", undefined, "c"]],
  // Numbers add up before the text is joined.
  ["{{ 1 + 2 + 'a' }}", [undefined, "a"]],
  ["{{ input.a + input.b }}", [undefined]],
  ["{{ true ? 'a' : 'b' }}", [undefined]],
  ["{{ 'A'.toLowerCase() }}", [undefined]],
])("folds %s", (text, folded) => {
  const parsed = parseTemplate(text);
  expect(parsed.ok && foldTemplate(parsed.template)).toEqual(folded);
});

it("finds the texts inside a longer one that are no part of it", () => {
  const parsed = parseExpression("'a' + String('b' + 'c') + `d${input.e ? 'f' : 'g'}`");
  expect(parsed.ok && textsIn(parsed.expression)).toEqual([["a", undefined, "d", undefined], ["bc"], ["f"], ["g"]]);
});

it("finds texts however deep in an expression", () => {
  const parsed = parseExpression("({ a: 'b' + input.c, d: [`e`, input.f ? 'g' : String('h')] })");
  expect(parsed.ok && textsIn(parsed.expression)).toEqual([["b", undefined], ["e"], ["g"], ["h"]]);
});
