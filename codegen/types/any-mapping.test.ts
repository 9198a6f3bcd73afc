import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../index.ts";
import { arbitraryExpressionText } from "../testing/arbitrary-expression.ts";
import { arbitraryGraph } from "../testing/arbitrary-graph.ts";
import { propertyRuns } from "../testing/property-runs.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import { makeShop, shopCatalog } from "./shop-for-test.ts";
import { createTypeChecker } from "./type-checker.ts";
import { createTypeReader } from "./types-at.ts";
import { setField } from "./probe.ts";

const fields = [
  ["target", ["text"]],
  ["target", ["metadata"]],
  ["target", ["mentions", 0]],
  ["mail", ["headers", "x-a"]],
  ["contact", ["address"]],
  ["isVip", ["when"]],
  ["each", ["items"]],
  ["each", ["collect"]],
  ["poll", ["until"]],
  ["poll", ["max"]],
  ["wait", ["for"]],
  ["answer", ["value"]],
  ["approve", ["message"]],
  ["calc", ["inputs", "amount"]],
] as const;
const names = ["order", "order.items", "order.customer", "vip", "input.body", "line", "look", "page.body", "order.note", "totals"];

/** Expressions of every shape over what the shop gives. */
const expression = fc
  .tuple(arbitraryExpressionText, fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 3 }))
  .map(([text, [a = "", b = "", c = ""]]) =>
    text
      .replace(/\border\b/g, a)
      .replace(/\binput\b/g, b)
      .replace(/\ba\b/g, c),
  );

it("says something sensible of any expression in any field, and points into it", () => {
  const checker = createTypeChecker({ catalog: shopCatalog });
  let checked = 0;
  fc.assert(
    fc.property(fc.constantFrom(...fields), expression, fc.boolean(), ([node, path], text, around) => {
      const bare = path[0] === "when" || path[0] === "until";
      const value = bare ? text : around ? `Text {{ ${text} }} text` : `{{ ${text} }}`;
      const graph = setField(makeShop(), { node, path }, value);
      const compiled = compile(graph, shopCatalog);
      if (!compiled.ok) return;
      checked += 1;
      for (const { message, hint, excerpt, location } of checker.check(compiled.source, compiled.map, { graph })) {
        expect([message, hint].every((words) => words.length > 10 && !words.includes("undefined is"))).toBe(true);
        expect(location.node).toBeDefined();
        expect(excerpt === undefined || (excerpt.start >= 0 && excerpt.start <= excerpt.end && excerpt.end <= excerpt.text.length)).toBe(
          true,
        );
      }
    }),
    { numRuns: propertyRuns(400) },
  );
  expect(checked).toBeGreaterThan(20);
});

it("finds no error in any graph whose code type-checks, graph or no graph", () => {
  const checker = createTypeChecker({ catalog: testCatalog });
  fc.assert(
    fc.property(arbitraryGraph(testCatalog, { size: 12 }), (graph) => {
      const compiled = compile(graph, testCatalog);
      if (!compiled.ok) return;
      const errors = (options?: object): number =>
        checker.check(compiled.source, compiled.map, options).filter(({ severity }) => severity === "error").length;
      expect(errors({ graph })).toBe(errors());
    }),
    { numRuns: propertyRuns(60) },
  );
});

it("answers what is in scope in every field of any graph", () => {
  const reader = createTypeReader({ catalog: testCatalog });
  fc.assert(
    fc.property(arbitraryGraph(testCatalog, { size: 8 }), fc.nat(), expression, (graph, at, text) => {
      const node = graph.nodes[at % graph.nodes.length];
      if (!node) return;
      for (const field of [...Object.keys(node.config ?? {}), "new"]) {
        expect(reader.typesAt(graph, node.id, [field]).entries.every(({ type }) => type.length > 0)).toBe(true);
        reader.completionsAt(graph, node.id, [field], `{{ ${text}`, 3 + (at % (text.length + 1)));
      }
    }),
    { numRuns: propertyRuns(40) },
  );
});
