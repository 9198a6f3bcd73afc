import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const loop = (id: string, as: string, parent?: string): ReturnType<typeof node> =>
  node(id, "control.forEach", { items: [], as }, parent === undefined ? {} : { parent });

it("refuses a variable with the name of a node, of a caught error, or of a loop around it", () => {
  const value = graph(
    [
      node("order"),
      node("tell"),
      loop("first", "order"),
      node("a", "control.set", { fields: {} }, { parent: "first" }),
      loop("second", "orderError"),
      loop("third", "orderError", "second"),
      node("b", "control.set", { fields: {} }, { parent: "third" }),
    ],
    "input > order, order.error > tell, input > first, input > second",
  );
  expect(findings(value)).toEqual([
    "variable-shadows at first.as: `first` calls its items `order`, which is already the name of a node.",
    "variable-shadows at second.as: `second` calls its items `orderError`, which is already the name of a caught error.",
    "variable-shadows at third.as: `third` calls its items `orderError`, which is already the name of a caught error.",
  ]);
  const nested = graph(
    [loop("outer", "item"), loop("inner", "item", "outer"), node("a", "control.set", { fields: {} }, { parent: "inner" })],
    "input > outer",
  );
  expect(findings(nested)).toEqual([
    "variable-shadows at inner.as: `inner` calls its items `item`, which is already the variable of a loop around it.",
  ]);
});

it("lets loops beside each other use the same variable", () => {
  const value = graph(
    [
      loop("one", "item"),
      loop("two", "item"),
      node("a", "control.set", { fields: { v: "{{ item }}" } }, { parent: "one" }),
      node("b", "control.set", { fields: { v: "{{ item }}" } }, { parent: "two" }),
    ],
    "input > one, input > two",
  );
  expect(findings(value)).toEqual([]);
});
