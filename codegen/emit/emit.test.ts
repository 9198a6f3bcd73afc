import { describe, expect, it } from "vitest";
import type { Block, CallStatement, Statement } from "../ir/ir.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import { emit } from "./emit.ts";

function body(...statements: readonly Statement[]): Block {
  return statements;
}

function call(id: string, config: Readonly<Record<string, string>> = {}): CallStatement {
  return { kind: "call", node: { id, label: "" }, action: "http.request", config: { url: "/", ...config }, catches: false };
}

/** What stands between `"use workflow";` and the end, without its indentation. */
function emitBody(block: Block): string {
  const { source } = emit(
    { name: "flow", title: "", description: "", trigger: { node: { id: "input", label: "" }, config: { on: "manual" } }, body: block },
    testCatalog,
  );
  const inside = source.slice(source.indexOf('"use workflow";') + '"use workflow";'.length, source.lastIndexOf("}"));
  return inside.trim().replaceAll("\n  ", "\n");
}

describe("emit", () => {
  it("prints calls side by side as one Promise.all", () => {
    const printed = emitBody(body({ kind: "parallel", arms: [[call("a")], [call("b")]] }, call("c", { sum: "{{ a.body + b.body }}" })));
    expect(printed).toBe(
      [
        "const [a, b] = await Promise.all([",
        '  request({ url: "/" }),',
        '  request({ url: "/" }),',
        "]);",
        "",
        'const c = await request({ url: "/", sum: a.body + b.body });',
      ].join("\n"),
    );
  });

  it("leaves a property's name out only where its value is the variable of that name", () => {
    const fields = { a: "{{ a }}", "b c": "b c", true: true, null: null, 1: 1, undefined: "{{ undefined }}" };
    const printed = emitBody(body({ kind: "set", node: { id: "x", label: "" }, fields }));
    expect(printed).toBe('const x = { 1: 1, a, "b c": "b c", true: true, null: null, undefined };');
  });

  it("declares a name outside the branch that sets it", () => {
    const branch: Statement = {
      kind: "branch",
      decision: "isVip",
      node: { id: "isVip", label: "" },
      type: "if",
      choices: [{ port: "true", when: "input.vip" }, { port: "false" }],
      arms: [
        { port: "true", body: [call("gift")] },
        { port: "false", body: [] },
      ],
    };
    expect(emitBody(body(branch, call("note", { gift: "{{ gift?.body }}" })))).toBe(
      [
        "let gift;",
        "if (input.vip) {",
        '  gift = await request({ url: "/" });',
        "}",
        "",
        'const note = await request({ url: "/", gift: gift?.body });',
      ].join("\n"),
    );
  });

  it("gives a closure a constant to read, because TypeScript cannot type a `let` there", () => {
    const branch: Statement = {
      kind: "branch",
      decision: "isVip",
      node: { id: "isVip", label: "" },
      type: "if",
      choices: [{ port: "true", when: "input.vip" }, { port: "false" }],
      arms: [
        { port: "true", body: [call("gift")] },
        { port: "false", body: [] },
      ],
    };
    expect(emitBody(body(branch, call("note", { names: "{{ input.list.map((item) => item + gift?.body) }}" })))).toBe(
      [
        "let maybeGift;",
        "if (input.vip) {",
        '  const gift = await request({ url: "/" });',
        "  maybeGift = gift;",
        "}",
        "const gift = maybeGift;",
        "",
        'const note = await request({ url: "/", names: input.list.map((item: any) => item + gift?.body) });',
      ].join("\n"),
    );
  });

  it("says that a step has run where only its outcome tells", () => {
    const order: Statement = { ...call("order"), catches: true };
    const branch: Statement = {
      kind: "branch",
      decision: "order",
      arms: [
        { port: "out", body: [call("charge", { id: "{{ order.body.id }}" })] },
        { port: "error", body: [call("alarm", { why: "{{ orderError.message }}" })] },
      ],
    };
    expect(emitBody(body(order, branch))).toBe(
      [
        "let order;",
        "let orderError;",
        "try {",
        '  order = await request({ url: "/" });',
        "} catch (error) {",
        "  orderError = stepError(error);",
        "}",
        "",
        "if (orderError) {",
        '  const alarm = await request({ url: "/", why: orderError.message });',
        "} else {",
        '  const charge = await request({ url: "/", id: order!.body.id });',
        "}",
      ].join("\n"),
    );
  });

  it("tests a port that TypeScript has ruled out as any text", () => {
    const decide: Statement = {
      kind: "decide",
      node: { id: "route", label: "" },
      type: "switch",
      choices: [{ port: "a", when: "input.a" }, { port: "b", when: "input.b" }, { port: "default" }],
    };
    const fails: Statement = { kind: "fail", node: { id: "fail1", label: "" }, message: "no" };
    const loop: Statement = { kind: "repeat", node: { id: "loop", label: "" }, until: "true", max: 1, body: [fails], catches: false };
    const branch: Statement = {
      kind: "branch",
      decision: "route",
      arms: [
        { port: "a", body: [loop] },
        { port: "b", body: [] },
        { port: "default", body: [] },
      ],
    };
    const literal = (port: string) => ({ decision: "route", port });
    const guard: Statement = { kind: "guard", anyOf: [literal("a"), literal("b")], body: [call("next")] };
    const printed = emitBody(body(decide, branch, guard));
    expect(printed).toContain('if (route === "a") {');
    expect(printed).toContain('if ((route as string) === "a" || route === "b") {');
  });

  it("handles a failure inside the catch when nothing hangs on success", () => {
    const order: Statement = { ...call("order"), catches: true };
    const branch: Statement = {
      kind: "branch",
      decision: "order",
      arms: [
        { port: "out", body: [] },
        { port: "error", body: [{ kind: "fail", node: { id: "stop", label: "" }, message: "{{ orderError.message }}" }] },
      ],
    };
    expect(emitBody(body(order, branch))).toBe(
      [
        "try {",
        '  const order = await request({ url: "/" });',
        "} catch (error) {",
        "  const orderError = stepError(error);",
        "  throw new FatalError(orderError.message);",
        "}",
      ].join("\n"),
    );
  });

  it("maps source to node and field, and back", () => {
    const { source, map } = emit(
      {
        name: "flow",
        title: "",
        description: "",
        trigger: { node: { id: "input", label: "" }, config: { on: "manual" } },
        body: [call("order", { id: "{{ input.id }}" })],
      },
      testCatalog,
    );
    const at = source.indexOf("input.id");
    expect(map.at(at)).toMatchObject({ node: "order", path: ["id"] });
    expect(map.of("order", ["id"]).map(({ start, end }) => source.slice(start, end))).toEqual(["input.id"]);
    expect(map.of("order").map(({ start, end }) => source.slice(start, end))).toEqual([
      'const order = await request({ url: "/", id: input.id });',
    ]);
  });

  it("calls each step by its node for the server", () => {
    const { source, steps } = emit(
      {
        name: "flow",
        title: "",
        description: "",
        trigger: { node: { id: "input", label: "" }, config: { on: "manual" } },
        body: [{ ...call("order"), connection: "shop", policy: { retries: 2 } }],
      },
      testCatalog,
      { target: "server" },
    );
    expect(source).toContain('const order = await order$step({ url: "/" });');
    expect(source).not.toContain("import");
    expect(steps).toEqual([{ node: "order", kind: "action", action: "http.request", connection: "shop", policy: { retries: 2 } }]);
  });

  it("tells TypeScript what it cannot know of empty lists, of lists no round fills and of what a person is told", () => {
    const fail: Statement = { kind: "fail", node: { id: "no", label: "" }, message: "no" };
    const printed = emitBody(
      body(
        { kind: "forEach", node: { id: "ids", label: "" }, items: [], as: "x", concurrency: 1, collect: 1, body: [fail], catches: false },
        call("a"),
        { kind: "approval", node: { id: "ok", label: "" }, message: "ok?", notify: "{{ a ?? null }}" },
        { kind: "approval", node: { id: "ok2", label: "" }, message: "ok?", notify: "{{ a.x }}" },
      ),
    );
    expect(printed).toBe(
      [
        "const ids: any[] = [];",
        "for (const x of [] as any[]) {",
        '  throw new FatalError("no");',
        "  ids.push(1);",
        "}",
        "",
        'const a = await request({ url: "/" });',
        "",
        "const ok = await createHook<Approval>({",
        '  metadata: { node: "ok", message: "ok?", notify: (a ?? null) as any },',
        "});",
        "",
        "const ok2 = await createHook<Approval>({",
        '  metadata: { node: "ok2", message: "ok?", notify: a.x },',
        "});",
      ].join("\n"),
    );
  });
});
