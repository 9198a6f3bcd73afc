import { describe, expect, it } from "vitest";
import type { Json } from "../schema/json.ts";
import { diagnoseMapping } from "./mappings-for-test.ts";
import { shopCatalog } from "./shop-for-test.ts";
import { createTypeChecker } from "./type-checker.ts";

const checker = createTypeChecker({ catalog: shopCatalog });

function hintsFor(node: string, field: string, value: Json): string[] {
  return diagnoseMapping(checker, { node, path: [field], value })
    .filter(({ code }) => code !== "unchecked-data")
    .map(({ hint }) => hint);
}

describe("the advice on a value that does not fit", () => {
  it.each([
    ["target", "urgent", '{{ "true" }}', "Write `true` without quotes."],
    ["list", "limit", '{{ "5" }}', "Write `5` without quotes."],
    ["list", "limit", "{{ String(order.total) }}", "Leave out `String`: `order.total`."],
    ["contact", "score", "{{ input.body.urgent }}", "Make it a number: `input.body.urgent ? 1 : 0`."],
    [
      "list",
      "status",
      "{{ totals.label }}",
      'Choose among "open", "paid" and "shipped", for example `totals.label === "…" ? "open" : "shipped"`.',
    ],
    [
      "target",
      "mentions",
      "{{ order.items.map((item) => [item.sku]) }}",
      "Write `flatMap` in place of `map`: it makes one list of all of them.",
    ],
    [
      "target",
      "mentions",
      ["{{ order.id }}", "{{ order.tags }}"],
      'Take one item, for example `order.tags[0]`, or join them: `order.tags.join(", ")`. To add all of them, write the list as one expression with `...order.tags` in it.',
    ],
    ["target", "mentions", "{{ order }}", "Read one of its fields: `order.tags`."],
    ["target", "mentions", "{{ input.body }}", "Read a field of each item: `input.body.lines.map((item) => item.sku)`."],
    [
      "target",
      "text",
      "{{ poll.look.items.size }}",
      "Read one item, `poll.look.items[0]`, or how many there are: `poll.look.items.length`.",
    ],
    ["contact", "score", "{{ order.id.toUppercase() }}", "Did you mean `toUpperCase`?"],
    ["isVip", "when", "order.tags === []", "Ask how long it is: `order.tags.length === 0`."],
  ] as const)("%s.%s: %j", (node, field, value, hint) => {
    expect(hintsFor(node, field, typeof value === "string" ? value : [...value])).toEqual([hint]);
  });

  it("names the field beside the one that was read which has the name of what is filled in", () => {
    expect(hintsFor("list", "status", "{{ order.currency }}")).toEqual(["Did you mean `order.status`?"]);
    expect(hintsFor("list", "status", "{{ order.metadata }}")).toEqual(["Did you mean `order.status`?"]);
  });
});

describe("one mistake", () => {
  it("of a wrong kind that may be missing besides is said once", () => {
    const said = diagnoseMapping(checker, { node: "each", path: ["items"], value: "{{ order.note }}" });
    expect(said.filter(({ code }) => code !== "unchecked-data").map(({ code, location }) => [code, location.node])).toEqual([
      ["type-mismatch", "each"],
    ]);
  });

  it("in typed data is not taken for data of unknown shape, however much is read from it", () => {
    const said = diagnoseMapping(checker, { node: "target", path: ["text"], value: "{{ order.custmer.address.lines[0].text }}" });
    expect(said.map(({ code }) => code)).toEqual(["unknown-property"]);
  });

  it("of reading what an error does not always have is laid to the error", () => {
    const said = diagnoseMapping(checker, { node: "rescue", path: ["fields", "x"], value: "{{ riskyError.status.toFixed() }}" });
    expect(said.map(({ message }) => message)).toEqual([
      "`riskyError.status` may be missing here: the error does not always have `status`.",
    ]);
  });
});
