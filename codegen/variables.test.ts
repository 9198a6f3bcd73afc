import { describe, expect, it } from "vitest";
import { parseExpression } from "./expression/parse-expression.ts";
import { compile, format, parse } from "./index.ts";
import { renameNode } from "./rename.ts";
import { graph, node } from "./testing/make-graph.ts";
import { testCatalog } from "./testing/test-catalog.ts";

const problemOf = (text: string): string | undefined => {
  const parsed = parseExpression(text);
  return parsed.ok ? undefined : `${parsed.problem.message}. ${parsed.problem.hint}`;
};

describe("env in an expression", () => {
  it.each([
    "env.REGION",
    "env.A",
    "env.API_KEY_2",
    "env.REGION.toLowerCase()",
    "[env.A, { b: env.B }]",
    "input.list.map((item) => item + env.A)",
  ])("is followed by the name of a variable: %s", (text) => expect(problemOf(text)).toBeUndefined());

  it.each([
    ["env", "`env` as a value. Use it as in `env.REGION`."],
    ["env?.REGION", "`?.` behind `env`. It is always there; write a plain dot."],
    ['env["REGION"]', "`env` as a value. Use it as in `env.REGION`."],
    ["env[input.name]", "`env` as a value. Use it as in `env.REGION`."],
    ["({ ...env })", "`env` as a value. Use it as in `env.REGION`."],
    ["[...env]", "`env` as a value. Use it as in `env.REGION`."],
    ["({ env })", "`env` as a value. Use it as in `env.REGION`."],
    ["Object.keys(env)", "`env` as a value. Use it as in `env.REGION`."],
    ["env()", "a call of `env`. Use it as in `env.REGION`."],
    ["env.REGION()", "a call of `env.REGION`. A variable is a text; leave the brackets out."],
    ["env.apiKey", "`env.apiKey`. Variables have names of capital letters, digits and `_`, for example `env.API_KEY`."],
    ["env._", "`env._`. Variables have names of capital letters, digits and `_`, for example `env.API_KEY`."],
    ["env.constructor", "the property `constructor`. It leads out of the data; rename the field where the data is made."],
    ["env.__proto__", "the property `__proto__`. It leads out of the data; rename the field where the data is made."],
    ["env.toString()", "`env.toString`. Variables have names of capital letters, digits and `_`, for example `env.TO_STRING`."],
    ["input.list.map((env) => env.REGION)", "a parameter called `env`. Use a plain word, for example `item`."],
  ])("%s is refused", (text, problem) => expect(problemOf(text)).toBe(problem));
});

describe("a workflow that reads variables", () => {
  const flow = graph(
    [
      node("order", "http.request", {
        url: "https://{{ env.HOST }}/",
        headers: { authorization: "Bearer {{ env.TOKEN }}", a: "{{ env.KEY }}" },
      }),
      node("total", "code", { source: "return key;", inputs: { key: "{{ env.KEY }}", region: "{{ env.REGION }}" } }),
      node("note", "http.request", { url: "/" }),
    ],
    "input > order, order > total, total > note",
  );
  const variables = new Map([
    ["HOST", "plain"],
    ["REGION", "plain"],
    ["TOKEN", "secret"],
    ["KEY", "secret"],
  ] as const);

  it("names them, and for each step the secret ones that its config names", () => {
    const compiled = compile(flow, testCatalog, { variables });
    if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
    expect(compiled.variables).toEqual(["HOST", "KEY", "REGION", "TOKEN"]);
    expect(compiled.steps.map(({ node, secrets }) => [node, secrets])).toEqual([
      ["order", ["KEY", "TOKEN"]],
      ["total", ["KEY"]],
      ["note", undefined],
    ]);
    for (const text of [compiled.source, compiled.runtime]) expect(text).toContain('import { env } from "@/plugins/kit/env";');
    expect(parse(compiled.source, testCatalog, flow)).toEqual({ ok: true, graph: flow });
  });

  it("takes none for secret when nobody says which are", () => {
    const compiled = compile(flow, testCatalog);
    expect(compiled.ok && compiled.steps.every(({ secrets }) => secrets === undefined)).toBe(true);
  });

  it("may import env under another name, and is formatted with its own", () => {
    const source = [
      'import { request } from "@/plugins/http/steps/request";',
      'import { env as settings } from "@/plugins/kit/env";',
      'export const trigger = { on: "manual" } as const;',
      'export async function flow(input: any) {\n  "use workflow";\n  const order = await request({ url: settings.HOST, list: input.list.map((settings: any) => settings.id) });\n}',
    ].join("\n");
    const formatted = format(source, testCatalog);
    expect(formatted.ok && formatted.source).toContain('import { env } from "@/plugins/kit/env";');
    expect(formatted.ok && formatted.source).toContain("    url: env.HOST,\n    list: input.list.map((settings: any) => settings.id),\n");
  });

  it("has no node, workflow or variable called env", () => {
    const named = compile(graph([node("env", "http.request", { url: "/" })], "input > env"), testCatalog);
    expect(named.ok ? [] : named.diagnostics.map(({ code }) => code)).toEqual(["reserved-identifier"]);
  });

  it("keeps its variables when a node is called otherwise", () => {
    const renamed = renameNode(
      graph([node("a", "http.request", { url: "{{ input.env }} {{ env.HOST }}" })], "input > a"),
      "input",
      "order",
    );
    expect(renamed.nodes[1]?.config).toEqual({ url: "{{ order.env }} {{ env.HOST }}" });
  });
});
