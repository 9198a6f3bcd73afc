import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { catalog } from "../../plugins/catalog.ts";
import type { Catalog, CatalogAction } from "../catalog.ts";
import { emit } from "../emit/emit.ts";
import { compile } from "../index.ts";
import type { Statement } from "../ir/ir.ts";
import { diagnoseMapping } from "./mappings-for-test.ts";
import { makeShop, shopCatalog } from "./shop-for-test.ts";
import { createTypeChecker } from "./type-checker.ts";
import { createTypeReader } from "./types-at.ts";

const checker = createTypeChecker({ catalog });

function checkBody(...body: readonly Statement[]) {
  const input = {
    type: "object",
    properties: { name: { type: "string" }, list: { type: "array", items: { type: "string" } } },
    required: ["name", "list"],
  };
  const trigger = { node: { id: "input", label: "" }, config: { on: "manual", input } };
  const { source, map } = emit({ name: "flow", title: "", description: "", trigger, body }, catalog);
  return checker.check(source, map).map(({ code, message, location }) => ({ code, message, location }));
}

function call(id: string, url: string): Statement {
  return { kind: "call", node: { id, label: "" }, action: "http.request", config: { method: "GET", url }, catches: false };
}

describe("the type checker", () => {
  it("is silent about what fits", () => {
    expect(checkBody(call("order", "/{{ input.name }}"), call("next", "/{{ order.body.anything }}"))).toEqual([]);
  });

  it("finds a property that is not there, on its node and field", () => {
    expect(checkBody(call("order", "/"), call("next", "{{ order.statuss }}"))).toEqual([
      {
        code: "unknown-property",
        message: "`order` has no field `statuss`.",
        location: { node: "next", path: ["url"] },
      },
    ]);
  });

  it("demands a fallback for a step that may have been skipped", () => {
    const branch: Statement = {
      kind: "branch",
      decision: "if1",
      node: { id: "if1", label: "" },
      type: "if",
      choices: [{ port: "true", when: 'input.name === "a"' }, { port: "false" }],
      arms: [
        { port: "true", body: [call("gift", "/")] },
        { port: "false", body: [] },
      ],
    };
    expect(checkBody(branch, call("next", "/{{ gift.body }}"))).toMatchObject([
      { code: "possibly-missing", location: { node: "next", path: ["url"] } },
    ]);
    expect(checkBody(branch, call("next", "/{{ gift?.body }}"))).toEqual([]);
  });

  it("knows the items of a list that the trigger describes", () => {
    expect(checkBody(call("order", "/{{ input.list.map((item) => item.toUpperCase()).join() }}"))).toEqual([]);
    expect(checkBody(call("order", "/{{ input.list.map((item) => item.nothing).join() }}"))).toMatchObject([
      { code: "unknown-property", location: { node: "order", path: ["url"] } },
    ]);
  });
});

describe("what the checker needs", () => {
  const shop = makeShop();
  const compiled = compile(shop, shopCatalog);

  it("is neither a disk nor an environment", () => {
    if (!compiled.ok) throw new Error("The shop compiles.");
    // Whatever of the system is called fails.
    const { sys } = ts;
    const kept = { ...sys };
    const unusable = Object.keys(sys).map((name) => [name, () => expect.unreachable(name)]);
    Object.assign(sys, Object.fromEntries(unusable));
    try {
      expect(() => sys.readFile("x")).toThrow("readFile");
      const alone = createTypeChecker({ catalog: shopCatalog });
      expect(alone.check(compiled.source, compiled.map)).toEqual([]);
      expect(alone.check(compiled.source.replace("order.total * 2", "order.totl * 2"), compiled.map)).toHaveLength(1);
      const reader = createTypeReader({ catalog: shopCatalog });
      expect(reader.typesAt(shop, "target", ["text"]).members(["order"]).length).toBeGreaterThan(5);
      expect(reader.completionsAt(shop, "target", ["text"], "{{ order.", 9).members.length).toBeGreaterThan(5);
    } finally {
      Object.assign(sys, kept);
    }
  });

  it("is only what the module imports, however large the catalog", () => {
    if (!compiled.ok) throw new Error("The shop compiles.");
    let read = 0;
    const never = (index: number): CatalogAction => ({
      kind: `many.action${index}`,
      label: "",
      description: "",
      step: { module: `@/plugins/many/steps/action-${index}`, name: `action${index}` },
      get input() {
        read += 1;
        return z.object({});
      },
      output: z.object({}),
    });
    const many = Array.from({ length: 300 }, (_, index): [string, CatalogAction] => [`many.action${index}`, never(index)]);
    const large: Catalog = { actions: new Map([...shopCatalog.actions, ...many]) };
    expect(createTypeChecker({ catalog: large }).check(compiled.source, compiled.map)).toEqual([]);
    expect(read).toBe(0);
  });

  it("may change from call to call", () => {
    if (!compiled.ok) throw new Error("The shop compiles.");
    const checker = createTypeChecker({ catalog: shopCatalog });
    const getOrder = shopCatalog.actions.get("shop.getOrder");
    if (!getOrder) throw new Error("The shop has orders.");
    const other: Catalog = {
      actions: new Map([...shopCatalog.actions, ["shop.getOrder", { ...getOrder, output: z.object({ id: z.string() }) }]]),
    };
    const without: Catalog = { actions: new Map([...shopCatalog.actions].filter(([kind]) => kind !== "shop.getOrder")) };
    const count = (catalog: Catalog): number => checker.check(compiled.source, compiled.map, { catalog }).length;
    expect([count(shopCatalog), count(other) > 3, count(shopCatalog), count(without), count(shopCatalog)]).toEqual([0, true, 0, 1, 0]);
  });

  it("says what TypeScript itself says behind its own words", () => {
    if (!compiled.ok) throw new Error("The shop compiles.");
    const [found] = createTypeChecker({ catalog: shopCatalog }).check(
      compiled.source.replace("order.total * 2", "order.totl * 2"),
      compiled.map,
    );
    expect(found?.compilerMessage).toMatch(/^Property 'totl' does not exist on type 'GetOrderOutput'/);
  });
});

describe("data of unknown shape", () => {
  const read = (value: string, looseData?: "warn" | "error") =>
    diagnoseMapping(
      createTypeChecker({ catalog: shopCatalog }),
      { node: "target", path: ["text"], value },
      looseData ? { looseData } : {},
    ).map(({ code, severity, message, hint, location }) => ({ code, severity, message, hint, location }));

  it("is said once for each node that gives it, with what is read from it", () => {
    expect(read("{{ page.body.title }} {{ page.body.a.b.map((x) => x.c).join() }} {{ page.body.items[0].name }} {{ paid.id }}")).toEqual([
      {
        code: "unchecked-data",
        severity: "warning",
        message: "Nothing is known of the shape of `paid`, so `paid.id` is not checked.",
        hint: "Give `paid` a type (`output`), or infer it from samples: `weft types infer shopFlow paid --samples bodies.json`.",
        location: { node: "paid" },
      },
      {
        code: "unchecked-data",
        severity: "warning",
        message: "Nothing is known of the shape of `page.body`, so `page.body.title` and 2 more are not checked.",
        hint: "Give `page` a type (`output`), or infer it from finished runs: `weft types infer shopFlow page`.",
        location: { node: "page" },
      },
    ]);
  });

  it("is said when it is handed to a field as it is", () => {
    expect(read("{{ page.body }}").map(({ message }) => message)).toEqual([
      "Nothing is known of the shape of `page.body`, so `page.body` is not checked.",
    ]);
  });

  it("is not what is misspelt", () => {
    expect(read("{{ order.custmer.name }}").map(({ code }) => code)).toEqual(["unknown-property"]);
  });

  it("is an error where the workspace wants that", () => {
    expect(read("{{ page.body.title }}", "error").map(({ severity }) => severity)).toEqual(["error"]);
  });

  it("is nobody's fault when the service itself cannot say", () => {
    expect(read("{{ child.id }} {{ page.status }}")).toEqual([]);
  });
});
