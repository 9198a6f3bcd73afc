import { describe, expect, it } from "vitest";
import { catalog } from "../../plugins/catalog.ts";
import { emit } from "../emit/emit.ts";
import type { Statement } from "../ir/ir.ts";
import { createTypeChecker } from "./type-checker.ts";

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
