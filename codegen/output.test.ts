import { describe, expect, it } from "vitest";
import { z } from "zod";
import { compile, format, parse, parseTypeText } from "./index.ts";
import type { Graph } from "./schema/graph.ts";
import type { Json } from "./schema/json.ts";
import { graph, node } from "./testing/make-graph.ts";
import { testCatalog } from "./testing/test-catalog.ts";

const order = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };

function compiled(value: Graph): { source: string; runtime: string } {
  const result = compile(value, testCatalog);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  return result;
}

describe("what a node says of its data", () => {
  it("stands in the code that is read, not in the code that runs", () => {
    const flow = graph([node("order", "http.request", { url: "/" }, { output: order })], "input > order");
    const { source, runtime } = compiled(flow);
    expect(source).toContain("interface OrderData {\n  id: string;\n}\n");
    expect(source).toContain('const order = await request<OrderData>({ url: "/" });');
    expect(runtime).not.toContain("OrderData");
    expect(parse(source, testCatalog, flow)).toEqual({ ok: true, graph: flow });
  });

  it("goes to the step inside where the node has a policy or its step polls", () => {
    const nodes = [
      node("a", "http.request", { url: "/" }, { output: order, policy: { timeout: "5s" } }),
      node("b", "studio.render", { prompt: "x" }, { output: order, connection: "team" }),
      node("c", "studio.render", { prompt: "x" }, { output: order, policy: { retries: 1 } }),
    ];
    const flow = graph(nodes, "input > a, a > b, b > c");
    const { source } = compiled(flow);
    expect(source).toContain('return request<AData>(input, { timeout: "5s" });');
    expect(source).toContain('await untilDone(render<BData>, { prompt: "x" }, { connection: "team" });');
    expect(source).toContain("return render<CData>(input, options);");
    expect(parse(source, testCatalog, flow)).toEqual({ ok: true, graph: flow });
  });

  it("keeps its text where the code still says the same type", () => {
    const written = { required: ["id"], properties: { id: { type: "string", title: "Number", format: "uuid" } }, type: "object" };
    const flow = graph([node("order", "http.request", { url: "/" }, { output: written })], "input > order");
    expect(parse(compiled(flow).source, testCatalog, flow)).toEqual({ ok: true, graph: flow });
    const edited = compiled(flow).source.replace("id: string;", "id: string;\n  total?: number;");
    const parsed = parse(edited, testCatalog, flow);
    expect(parsed.ok && parsed.graph.nodes[1]?.output).toEqual({
      type: "object",
      properties: { id: { type: "string" }, total: { type: "number" } },
      required: ["id"],
    });
  });

  it("is said by the config of an action that asks for the shape of its data", () => {
    const asks = { kind: "ai.ask", label: "Ask", description: "Asks.", step: { module: "@/plugins/ai/steps/ask", name: "ask" } };
    const action = { ...asks, input: z.looseObject({}), output: z.object({ data: z.any().meta({ typeParameter: { from: "schema" } }) }) };
    const known = { actions: new Map([...testCatalog.actions, [action.kind, action]]) };
    const print = (value: Graph): string => {
      const result = compile(value, known);
      if (!result.ok) throw new Error(result.diagnostics[0]?.message);
      expect(parse(result.source, known, value)).toEqual({ ok: true, graph: value });
      const bare = parse(result.source, known);
      expect(bare.ok && bare.graph.nodes[1]?.output).toEqual(value.nodes[1]?.output);
      return result.source;
    };
    const ask = (schema: Json, more = {}) => graph([node("city", "ai.ask", { schema }, more)], "input > city");
    const schema = { type: "object", properties: { name: { type: "string", minLength: 1, pattern: "^[A-Z]" } }, required: ["name"] };
    expect(print(ask(schema))).toContain("interface CityData {\n  name: string;\n}\n");
    expect(print(ask(schema))).toContain("await ask<CityData>({");
    expect(print(ask(schema, { policy: { timeout: "5s" } }))).toContain('return ask<CityData>(input, { timeout: "5s" });');
    expect(print(ask(schema, { output: order }))).toContain("interface CityData {\n  id: string;\n}\n");
    for (const unknown of [{ $ref: "#/a" }, { type: "object", description: "{{ input.what }}" }, "{{ input.schema }}"]) {
      expect(print(ask(unknown))).not.toContain("CityData");
    }
  });

  it("is told where a shape of the data says how lists are read", () => {
    const list = { type: "array", items: order };
    const flow = (output?: typeof list) =>
      graph(
        [
          node("list", "http.request", { url: "/" }, output ? { output } : {}),
          node("next", "http.request", { url: "/", ids: "{{ list.body.map((item) => item.id) }}" }),
        ],
        "input > list, list > next",
      );
    expect(compiled(flow()).source).toContain("list.body.map((item: any) => item.id)");
    expect(compiled(flow(list)).source).toContain("list.body.map((item) => item.id)");
  });

  it("is renamed with its node", () => {
    const flow = graph([node("order", "http.request", { url: "/" }, { output: order })], "input > order");
    const renamed = compiled(flow).source.replaceAll("const order", "const purchase");
    const parsed = parse(renamed, testCatalog, flow);
    expect(parsed.ok && compiled(parsed.graph).source).toContain("const purchase = await request<PurchaseData>(");
  });
});

const moduleOf = (statement: string, above = ""): string =>
  [
    'import { createHook } from "workflow";',
    'import { request } from "@/plugins/http/steps/request";',
    'import { untilDone } from "@/plugins/kit/until-done";',
    'import { render } from "@/plugins/studio/steps/render";',
    'export const trigger = { on: "manual" } as const;',
    above,
    `export async function flow(input: any) {\n  "use workflow";\n  ${statement}\n}`,
  ].join("\n");

/** What the first node's data is read to be, or why not. */
function outputOf(statement: string, above = ""): unknown {
  const parsed = parse(moduleOf(statement, above), testCatalog);
  if (!parsed.ok) return parsed.diagnostics.map(({ message, hint, span }) => `${span?.line}:${span?.column} ${message} ${hint}`);
  return parsed.graph.nodes[1]?.output;
}

describe("types that a person writes", () => {
  it("may stand where they are used, or be declared under any name", () => {
    expect(outputOf('const a = await request<{ id: string }>({ url: "/" });')).toEqual(order);
    expect(outputOf('const a = await request<Shop>({ url: "/" });', "export interface Shop { id: Id }\ntype Id = string;")).toEqual(order);
    expect(outputOf('const a = await untilDone(render<{ id: string }>, { prompt: "x" });')).toEqual(order);
    expect(
      outputOf("const a = await aStep();", 'async function aStep(): Promise<{ id: string }> {\n  "use step";\n  return { id: "1" };\n}'),
    ).toEqual(order);
    expect(outputOf('const a = await createHook<{ id: string }>({ metadata: { node: "a" } });')).toEqual(order);
  });

  it("say nothing where they are `any`, `unknown` or, of a step, `void`", () => {
    expect(outputOf('const a = await request<any>({ url: "/" });')).toBeUndefined();
    expect(outputOf('const a = await createHook<unknown>({ metadata: { node: "a" } });')).toBeUndefined();
    expect(outputOf("await aStep();", 'async function aStep(): Promise<void> {\n  "use step";\n}')).toBeUndefined();
  });

  it("are formatted as interfaces named by their nodes", () => {
    const formatted = format(moduleOf('const a = await request<{ "b c"?: ("x" | "y")[] }>({ url: "/" });'), testCatalog);
    expect(formatted.ok && formatted.source).toContain('interface AData {\n  "b c"?: ("x" | "y")[];\n}');
  });

  it.each([
    [
      "request<Map<string, number>>",
      "9:27 A workflow cannot hold the type `Map<string, number>` here. Write the type out, or declare it in this module.",
    ],
    [
      "request<{ at: Date }>",
      "9:33 A workflow cannot hold the type `Date` here. JSON has no dates: they arrive as texts, so write `string`.",
    ],
    ["request<{ f(): void }>", "9:29 A workflow cannot hold this member of a type. Write `name: type;`."],
    [
      "request<[string, number]>",
      "9:27 A workflow cannot hold the type `[string, number]` here. Describe plain JSON: objects, arrays, texts, numbers, booleans, null, and unions of them.",
    ],
    ["request<{ __proto__: string }>", "9:27 A workflow cannot hold this type: `__proto__` cannot be read. Describe plain JSON."],
    ["request<string, number>", "9:35 A workflow cannot hold a second type argument. Give one: what the data looks like."],
    ["request<Tree>", "6:25 A workflow cannot hold the type `Tree`, which holds itself. Write `any` where it would begin again."],
    ["request<Box<string>>", "9:27 A workflow cannot hold the type `Box<string>` here. Write the type out, or declare it in this module."],
    ["request<More>", "8:16 A workflow cannot hold an interface that extends another. Write its members out."],
  ])("are refused where JSON cannot be so: %s", (callee, message) => {
    const above = "interface Tree { inner: Tree }\ninterface Box<T> { of: T }\ninterface More extends Tree {}".replaceAll("\n", "\n");
    const found = outputOf(`const a = await ${callee}({ url: "/" });`, above);
    expect(found).toEqual([message.replace(/^9:/, "11:")]);
  });

  it("are refused where the step's data is known", () => {
    const closed = { actions: new Map([...testCatalog.actions].map(([kind, action]) => [kind, { ...action, output: action.input }])) };
    const parsed = parse(moduleOf('const a = await request<{ id: string }>({ url: "/" });'), closed);
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ message }) => message)).toEqual([
      "A workflow cannot hold a type argument here: what the step gives is known.",
    ]);
  });
});

describe("a type that is typed alone", () => {
  it("becomes a schema, its comments descriptions", () => {
    expect(
      parseTypeText("{ id: string; /** In cents. */ total?: number | null; tags: Array<'a' | 'b'>; rest: any; [key: string]: unknown }"),
    ).toEqual({
      ok: true,
      schema: {
        type: "object",
        properties: {
          id: { type: "string" },
          total: { type: ["number", "null"], description: "In cents." },
          tags: { type: "array", items: { enum: ["a", "b"] } },
          rest: {},
        },
        required: ["id", "tags", "rest"],
        additionalProperties: true,
      },
    });
    expect(parseTypeText("/** Orders */ interface Order { lines: Line[] }\ntype Line = { n: -1 | 2 } | null")).toEqual({
      ok: true,
      schema: {
        type: "object",
        description: "Orders",
        properties: {
          lines: {
            type: "array",
            items: { anyOf: [{ type: "object", properties: { n: { enum: [-1, 2] } }, required: ["n"] }, { type: "null" }] },
          },
        },
        required: ["lines"],
      },
    });
  });

  it.each([
    ["{ id: string; at: Date }", 18, "A workflow cannot hold the type `Date` here."],
    ["{ id: string", 12, "The code does not parse: '}' expected."],
    ["", 0, "The code does not parse: Type expected."],
    ["interface A { a: B }\nconst x = 1;", 21, "A workflow cannot hold more than types."],
    [`${"(".repeat(20_000)}string`, 0, "The workflow's branches or loops are nested too deeply to be written as code."],
  ])("is refused with its place where it is none: %.30s", (text, start, message) => {
    const read = parseTypeText(text);
    expect(read.ok ? [] : read.diagnostics.map((diagnostic) => [diagnostic.span?.start ?? 0, diagnostic.message])).toEqual([
      [start, message],
    ]);
  });
});
