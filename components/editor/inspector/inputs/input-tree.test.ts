import { describe, expect, it } from "vitest";
import type { FieldScope, ScopeEntry } from "../../../../codegen/types/field-scope.ts";
import type { Member } from "../../../../codegen/types/members.ts";
import { inputRows, keyOf } from "./input-tree.ts";

const entry = (name: string, more: Partial<ScopeEntry> = {}): ScopeEntry => ({
  name,
  kind: "output",
  type: "any",
  words: "an object",
  optional: false,
  hasMembers: true,
  ...more,
});
const member = (name: string, more: Partial<Member> = {}): Member => ({
  name,
  kind: "field",
  type: "string",
  words: "a text",
  optional: false,
  hasMembers: false,
  ...more,
});

const tree = new Map<string, readonly Member[]>([
  ["order", [member("status"), member("body", { hasMembers: true })]],
  ["order.body", [member("total"), member("items", { hasMembers: true })]],
  ["order.body.items", [member("length"), member("map", { kind: "method" })]],
  ["order.body.items.0", [member("sku")]],
  ["alert", [member("ts")]],
]);
const scope: FieldScope = {
  entries: [entry("order", { label: "Fetch the order" }), entry("alert", { optional: true }), entry("Math", { kind: "global" })],
  members: () => [],
};
const membersOf = (path: readonly (string | number)[]): readonly Member[] => tree.get(path.join(".")) ?? [];
const rows = (opened: readonly string[], search = ""): string[] =>
  inputRows(scope, membersOf, new Set(opened), search).map(({ depth, name, expression }) => `${"  ".repeat(depth)}${name} → ${expression}`);

describe("the inputs of a node", () => {
  it("are what is in scope, opened line by line", () => {
    expect(rows([])).toEqual(["order → order", "alert → alert"]);
    expect(
      rows([
        "order",
        keyOf([
          { name: "order", optional: false },
          { name: "body", optional: false },
        ]),
      ]),
    ).toEqual([
      "order → order",
      "  status → order.status",
      "  body → order.body",
      "    total → order.body.total",
      "    items → order.body.items",
      "alert → alert",
    ]);
  });

  it("are read with ?. where they may be missing", () => {
    expect(rows(["alert"]).at(-1)).toBe("  ts → alert?.ts");
  });

  it("are found however deep, with what leads to them", () => {
    expect(rows([], "sku")).toEqual([
      "order → order",
      "  body → order.body",
      "    items → order.body.items",
      "      [0] → order.body.items[0]",
      "        sku → order.body.items[0].sku",
    ]);
    expect(rows([], "fetch")).toEqual(["order → order"]);
    expect(rows([], "nothing")).toEqual([]);
  });
});
