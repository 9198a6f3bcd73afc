import { describe, expect, it } from "vitest";
import { testCatalog } from "../testing/test-catalog.ts";
import { format, parseSource } from "./parse.ts";

const head = `import { FatalError, createHook, sleep } from "workflow";
import { request } from "@/plugins/http/steps/request";
import { stepError } from "@/plugins/kit/step-error";

export const trigger = { on: "manual" } as const;
`;

function moduleOf(body: string, above = ""): string {
  return `${head}${above}
export async function flow(input: any) {
  "use workflow";
  ${body}
}
`;
}

/** The canonical statements of a body. */
function formatBody(body: string, above = ""): string {
  const formatted = format(moduleOf(body, above), testCatalog);
  if (!formatted.ok)
    return formatted.diagnostics.map(({ code, message, span }) => `${span?.line}:${span?.column} ${code} ${message}`).join("\n");
  const start = formatted.source.indexOf('"use workflow";') + '"use workflow";'.length;
  return formatted.source.slice(start, formatted.source.lastIndexOf("}")).trim().replaceAll("\n  ", "\n");
}

describe("what a person may do to the code", () => {
  it("change quotes, spacing and brackets", () => {
    expect(formatBody("const order = (await request( {'url' : '/' } ))")).toBe('const order = await request({ url: "/" });');
  });

  it("use a temporary constant, which is put where it is used", () => {
    expect(formatBody("const id = input.order.id;\n const order = await request({ url: `/orders/${id}` });")).toBe(
      "const order = await request({ url: `/orders/${input.order.id}` });",
    );
  });

  it("name a condition", () => {
    expect(
      formatBody("const big = input.total > 5;\n if (big) { await sleep('1s'); }\n await sleep('2s');\n if (!big) await sleep('3s');"),
    ).toBe(
      [
        "const big = input.total > 5;",
        "",
        "if (big) {",
        '  await sleep("1s");',
        "}",
        "",
        'await sleep("2s");',
        "",
        "if (!big) {",
        '  await sleep("3s");',
        "}",
      ].join("\n"),
    );
  });

  it("return early", () => {
    expect(formatBody("if (!input.ok) {\n return;\n }\n return input.ok;")).toBe(
      ["if (!input.ok) {", "  return;", "}", "", "return input.ok;"].join("\n"),
    );
  });

  it("comment a statement, which becomes its label", () => {
    const parsed = parseSource(moduleOf("// Fetch it\n const order = await request({ url: '/' });"), testCatalog);
    expect(parsed.ok && parsed.ir.body[0]).toMatchObject({ kind: "call", node: { id: "order", label: "Fetch it" } });
  });

  it("call a step without keeping its result", () => {
    expect(formatBody("await request({ url: '/' });")).toBe('const request1 = await request({ url: "/" });');
  });

  it("use a function where an arrow stands", () => {
    expect(
      formatBody(
        "const [a] = await Promise.all([(async function () { const a = await request({ url: '/' }); await sleep('1s'); return a; })(), sleep('2s')]);\n return a;",
      ),
    ).toBe(
      [
        "const [a] = await Promise.all([",
        "  (async () => {",
        '    const a = await request({ url: "/" });',
        '    await sleep("1s");',
        "    return a;",
        "  })(),",
        '  sleep("2s"),',
        "]);",
        "",
        "return a;",
      ].join("\n"),
    );
  });

  it("await a promise that was kept", () => {
    expect(formatBody("const p = request({ url: '/' });\n const order = await p;\n return order.body;")).toBe(
      ['const orderTask = request({ url: "/" });', "const [order] = await Promise.all([orderTask]);", "", "return order.body;"].join("\n"),
    );
  });

  it("name cases of a chain", () => {
    const parsed = parseSource(
      moduleOf(
        "if (input.a) {\n // case gold\n\n await sleep('1s');\n } else if (input.b) {\n // case silver\n } else { await sleep('2s'); }",
      ),
      testCatalog,
    );
    expect(parsed.ok && parsed.ir.body[0]).toMatchObject({
      kind: "branch",
      type: "switch",
      choices: [{ port: "gold", when: "input.a" }, { port: "silver", when: "input.b" }, { port: "default" }],
    });
  });

  it("write an own step", () => {
    const parsed = parseSource(
      moduleOf(
        "const total = await sum({ a: input.a, b: 2 });",
        'async function sum({ a, b }: { a: any; b: any }) {\n  "use step";\n  return a + b;\n}\nsum.maxRetries = 1;\n',
      ),
      testCatalog,
    );
    expect(parsed.ok && parsed.ir.body[0]).toEqual({
      kind: "code",
      node: { id: "total", label: "" },
      source: "return a + b;",
      inputs: { a: "{{ input.a }}", b: 2 },
      policy: { retries: 1 },
      catches: false,
    });
  });
});

describe("what is refused, with its place", () => {
  it.each([
    ["while (true) { await sleep('1s'); }", "9:3 source-not-supported A workflow cannot hold `while`."],
    ["var x = 1;", "9:3 source-not-supported A workflow cannot hold `var`."],
    ["let x = 1;", "9:7 source-not-supported A workflow cannot hold a `let` with a value."],
    ["const x = await fetch('/');", "9:19 source-unknown-call `fetch` is no step, workflow or helper that can be called here."],
    ["return eval('1');", "source-expression"],
    ["return input.constructor;", "source-expression"],
    ["const f = () => 1;", "9:13 source-not-supported A workflow cannot hold a function inside the workflow."],
    ["class A {}", "9:3 source-not-supported A workflow cannot hold a class."],
    ["const { a } = await request({ url: '/' });", "9:9 source-not-supported A workflow cannot hold a pattern for the result of one call."],
    ["const a = await request(input.config);", "9:27 source-config `request` is given something that is no plain object literal."],
    ["throw new Error('x');", "9:3 source-not-supported A workflow cannot hold this `throw`."],
    ["const Order = await request({ url: '/' });", "9:3 source-name `Order` cannot be the name of a step."],
    ["return (1;", "source-syntax"],
    [
      "const go = await createHook<{ id: string }>({ metadata: { node: 'go' } });\n if (go === undefined) { await sleep('1s'); }",
      "10:6 source-not-supported A workflow cannot hold a test whether `go` ran out of time, which has no timeout.",
    ],
  ])("%s", (body, expected) => {
    expect(formatBody(body)).toContain(expected);
  });

  it("an import that no plugin offers", () => {
    const parsed = parseSource(`import { readFile } from "node:fs";\n${moduleOf("return 1;")}`, testCatalog);
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ message, span }) => [span?.line, message])).toEqual([
      [1, "`readFile` from `node:fs` is no step of this Weft."],
    ]);
  });

  it("a module without a directive or a trigger", () => {
    const parsed = parseSource("export async function flow() {}", testCatalog);
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ code }) => code)).toEqual(["source-not-supported", "source-missing"]);
  });

  it("brackets nested by the ten thousand", () => {
    const parsed = parseSource(moduleOf(`return ${"(".repeat(100_000)};`), testCatalog);
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ code }) => code)).toEqual(["source-syntax"]);
  });
});
