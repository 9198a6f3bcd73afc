import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../schema/graph.ts";
import { makeShop, shopCatalog } from "./shop-for-test.ts";
import { createTypeReader } from "./types-at.ts";

const reader = createTypeReader({ catalog: shopCatalog });

/** What may follow the `|` in a field's text, which stands there in place of its value. */
function complete(marked: string, node = "target", field: (string | number)[] = ["text"], graph: Graph = makeShop()) {
  const offset = marked.indexOf("|");
  return reader.completionsAt(graph, node, field, marked.replace("|", ""), offset, {
    samples: { page: { body: { title: "Hi", pages: 3 } } },
    variables: new Map([["REGION", "plain"]]),
  });
}

const membersOf = (marked: string, node?: string, field?: (string | number)[]): string[] =>
  complete(marked, node, field)
    .members.filter(({ kind }) => kind === "field")
    .map(({ name }) => name);

describe("what is in scope in a field", () => {
  const scope = reader.typesAt(makeShop(), "target", ["text"], { samples: { order: { id: "1001", total: 5, customer: { name: "Ada" } } } });
  const entry = (name: string) => scope.entries.find((found) => found.name === name);

  it("is the input, the nodes that can have finished, their errors, and what is built in", () => {
    const names = scope.entries.filter(({ kind }) => kind !== "global").map(({ name }) => name);
    expect(names).toEqual([
      "input",
      "order",
      "vip",
      "risky",
      "riskyError",
      "rescue",
      "soft",
      "approve",
      "booked",
      "paid",
      "euro",
      "each",
      "poll",
      "totals",
      "page",
      "calc",
      "child",
    ]);
    expect(scope.entries.filter(({ kind }) => kind === "global").map(({ name }) => name)).toContain("Math");
  });

  it("has each its type, in TypeScript and in words", () => {
    expect(entry("order")).toEqual({
      name: "order",
      kind: "output",
      node: "order",
      type: "GetOrderOutput",
      words: "an object with `id`, `status`, `total`, `currency` and 7 more",
      optional: false,
      hasMembers: true,
      sample: { id: "1001", total: 5, customer: { name: "Ada" } },
    });
    expect(entry("totals")?.type).toBe("{ sum: number; label: string; all: string[]; }");
    expect(entry("each")?.words).toBe("a list of texts");
    expect(entry("paid")?.type).toBe("any");
  });

  it("says of what may be missing why", () => {
    expect([entry("vip")?.optional, entry("vip")?.because]).toEqual([true, '`vip` runs only when "Is VIP" takes its true branch']);
    expect(entry("approve")?.because).toBe("nobody may have answered `approve` in time");
    expect(entry("riskyError")?.because).toBe("it is only there when `risky` failed");
  });

  it("opens level by level, with samples", () => {
    expect(scope.members(["order", "customer"]).slice(0, 3)).toEqual([
      { name: "id", kind: "field", type: "string", words: "a text", optional: false, hasMembers: false },
      { name: "name", kind: "field", type: "string", words: "a text", optional: false, hasMembers: false, sample: "Ada" },
      { name: "email", kind: "field", type: "string | undefined", words: "a text", optional: true, hasMembers: false },
    ]);
    expect(scope.members(["order", "items", 0]).map(({ name }) => name)).toEqual(["sku", "quantity", "price", "tags"]);
    expect(scope.members(["order", "currency"]).map(({ kind }) => kind)).not.toContain("object");
    expect(scope.members(["order"]).find(({ name }) => name === "currency")?.documentation).toBe("Three capital letters.");
    expect(scope.members(["nothing", "there"])).toEqual([]);
  });

  it("is sure of a node where its branch is taken", () => {
    const booked = reader.typesAt(makeShop(), "booked", ["fields", "by"]).entries.find(({ name }) => name === "approve");
    expect([booked?.type, booked?.optional]).toEqual(["Approval", false]);
  });

  it("is the body's in a container, and in what a container says of its body", () => {
    const names = (node: string, field: string): (string | undefined)[] =>
      reader
        .typesAt(makeShop(), node, [field])
        .entries.filter(({ kind }) => kind !== "global")
        .map(({ name }) => name);
    expect(names("note", "text")).toEqual(["line", "input", "order"]);
    expect(names("each", "collect")).toEqual(["line", "input", "order", "note"]);
    expect(names("each", "items")).toEqual(["input", "order"]);
    expect(names("poll", "until")).toEqual(["input", "order", "look"]);
  });

  it("is the inputs in the body of a code step", () => {
    const entries = reader.typesAt(makeShop(), "calc", ["source"]).entries.filter(({ kind }) => kind !== "global");
    expect(entries.map(({ name, type }) => [name, type])).toEqual([["amount", "number"]]);
  });

  it("has the workspace's variables", () => {
    const known = reader.typesAt(makeShop(), "target", ["text"], {
      variables: new Map([
        ["REGION", "plain"],
        ["API_KEY", "secret"],
      ]),
    });
    expect(known.members(["env"]).map(({ name, words }) => [name, words])).toEqual([
      ["REGION", "a text"],
      ["API_KEY", "a secret text"],
    ]);
  });

  it("can be told of a graph that is being drawn", () => {
    const graph = makeShop();
    const set = (id: string, config: GraphNode["config"]): void => {
      Object.assign(graph.nodes.find((node) => node.id === id) ?? {}, { config });
    };
    set("vip", { channel: "#vip", text: "{{ order. }}" });
    set("isVip", {});
    set("target", { channel: "#all", text: "{{ order.cust" });
    graph.edges.push({ id: "cut", source: "gone", target: "mail" }, { id: "round", source: "list", target: "order" });
    expect(
      reader
        .typesAt(graph, "target", ["text"])
        .members(["order", "customer"])
        .map(({ name }) => name),
    ).toContain("address");
  });

  it("is little for a node that nothing leads to", () => {
    const graph = makeShop();
    graph.edges = graph.edges.filter(({ target }) => target !== "target");
    expect(
      reader
        .typesAt(graph, "target", ["text"])
        .entries.filter(({ kind }) => kind !== "global")
        .map(({ name, type }) => [name, type]),
    ).toEqual([["input", "any"]]);
    expect(reader.typesAt(graph, "nobody", ["text"]).entries.filter(({ kind }) => kind !== "global")).toEqual([]);
  });
});

describe("what may be written next", () => {
  it.each([
    ["{{ order.customer.| }}", ["id", "name", "email", "vip", "address"]],
    ["{{ order.customer.na| }}", ["id", "name", "email", "vip", "address"]],
    ["{{ order.customer.address.|", ["street", "city", "zip"]],
    ["Dear {{ order.id }}, {{ order.customer.address.|", ["street", "city", "zip"]],
    ["{{ vip?.|", ["ts", "channel", "permalink"]],
    ["{{ order.items[0].|", ["sku", "quantity", "price", "tags"]],
    ["{{ order.items.map((item) => item.|", ["sku", "quantity", "price", "tags"]],
    ["{{ order.items.filter((item) => item.price > 5).map((item) => item.|", ["sku", "quantity", "price", "tags"]],
    ["{{ order.items.toSorted((a, b) => a.price - b.|", ["sku", "quantity", "price", "tags"]],
    ["{{ order.items.reduce((sum, item) => sum + item.|", ["sku", "quantity", "price", "tags"]],
    ["{{ order.items.find((item) => item.price > 5)?.|", ["sku", "quantity", "price", "tags"]],
    ["{{ order.items.map((item) => ({ code: item.sku })).map((made) => made.|", ["code"]],
    ["{{ order.items.map((item) => item.tags.map((tag) => order.customer.address.|", ["street", "city", "zip"]],
    ["{{ Object.values(order.items)[0].|", ["sku", "quantity", "price", "tags"]],
    ["{{ `${order.customer.address.|", ["street", "city", "zip"]],
    ["{{ (vip ?? order.customer).|", []],
    ["{{ page.body.|", ["title", "pages"]],
    ["{{ env.|", ["REGION"]],
    ["{{ order.id.|", ["length"]],
  ])("%s", (marked, names) => {
    expect(membersOf(marked)).toEqual(names);
  });

  it("are methods too, but only those that may be called", () => {
    const methods = complete("{{ order.id.|")
      .members.filter(({ kind }) => kind === "method")
      .map(({ name }) => name);
    expect(methods).toContain("toUpperCase");
    expect(methods).not.toContain("anchor");
  });

  it("replaces the name under the cursor", () => {
    const { from, to } = complete("{{ order.cus|tomer.name }}");
    expect([from, to]).toEqual([9, 17]);
  });

  it("are the names in scope at the start of an expression, a callback's own first", () => {
    expect(complete("{{ ord|").names[1]?.name).toBe("order");
    expect(complete("{{ order.items.map((item) => |").names[0]?.name).toBe("item");
    expect(
      complete("{{ order.items.map(({ sku, price }) => |")
        .names.slice(0, 2)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["price", "sku"]);
  });

  it("is nothing in plain text, in a string, or in a number", () => {
    for (const marked of ["order.|", "{{ order.id }} order.|", '{{ "order.|', "{{ 5.|"]) {
      const { members, names } = complete(marked);
      expect([marked, members.length, names.length]).toEqual([marked, 0, 0]);
    }
  });

  it("works where a bare expression stands", () => {
    expect(membersOf("order.customer.vip && order.customer.address.|", "isVip", ["when"])).toEqual(["street", "city", "zip"]);
    expect(membersOf("look.customer.address.|", "poll", ["until"])).toEqual(["street", "city", "zip"]);
    expect(membersOf("{{ line.|", "note", ["text"])).toEqual(["sku", "quantity", "price", "tags"]);
    expect(membersOf("{{ note.|", "each", ["collect"])).toEqual(["ts", "channel", "permalink"]);
  });

  it("bears any text", () => {
    for (const text of ["{{", "{{ }", "{{ ((([[[{{{`${", "{{ a.b.c..", "}}{{.|", "{{ order?.[", "{{ \u0000.", "{{ '", "{{ => ."]) {
      expect(() => reader.completionsAt(makeShop(), "target", ["text"], text, text.length)).not.toThrow();
    }
  });
});

it("answers within moments for a hundred nodes, and at once for the next letter", () => {
  const graph = makeShop();
  const last = graph.nodes.find(({ id }) => id === "list")?.id ?? "";
  for (let index = 0; index < 75; index++) {
    graph.nodes.push({ id: `more${index}`, kind: "chat.sendMessage", config: { channel: "#a", text: "{{ order.id }}" } });
    graph.edges.push({ id: `m${index}`, source: index === 0 ? last : `more${index - 1}`, target: `more${index}` });
  }
  const large = createTypeReader({ catalog: shopCatalog });
  large.typesAt(graph, "more73", ["text"]);
  const time = (work: () => unknown): number => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const fields = ["more60", "more61", "more62", "more63", "more64"].map((node) => time(() => large.typesAt(graph, node, ["text"])));
  const letters = ["o", "or", "order", "order.", "order.cu"].map((text) =>
    time(() => large.completionsAt(graph, "more64", ["text"], `{{ ${text}`, text.length + 3)),
  );
  // The goals are 50 and 20 ms on a quiet machine; bench/types.ts measures them.
  expect(Math.min(...fields)).toBeLessThan(250);
  expect(Math.min(...letters)).toBeLessThan(60);
});
