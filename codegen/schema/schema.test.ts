import { describe, expect, it } from "vitest";
import { testCatalog } from "../testing/test-catalog.ts";
import { findCronProblem, isTimeZone } from "./cron.ts";
import { graphJsonSchema } from "./graph-json-schema.ts";
import type { GraphNode } from "./graph.ts";
import { isCodeInputName, isIdentifier } from "./identifiers.ts";
import { bindsOutput, fieldForm, hasErrorPort, nodeKind, portsOf } from "./node-facts.ts";
import { parseGraph } from "./parse-graph.ts";
import { triggerInputSchema } from "./trigger-input.ts";

describe("identifiers", () => {
  it.each(["a", "orderAlert2", "async", "of", "type", "globalThis", "sleep"])("allows %s", (name) => expect(isIdentifier(name)).toBe(true));
  it.each([
    "",
    "A",
    "a-b",
    "a_b",
    "1a",
    "é",
    "await",
    "eval",
    "arguments",
    "undefined",
    "let",
    "error",
    "round",
    "isNaN",
    "constructor",
    "__proto__",
  ])("refuses %j", (name) => expect(isIdentifier(name)).toBe(false));
  it("lets inputs of code be called what functions may call their parameters", () => {
    expect(["order_id", "Order", "error", "round"].map(isCodeInputName)).toEqual([true, true, true, true]);
    expect(["await", "__proto__", "a b", "_x", ""].map(isCodeInputName)).toEqual([false, false, false, false, false]);
  });
});

describe("cron texts", () => {
  it.each(["* * * * *", "*/5 0-23 1,15 JAN-dec MON", "0 9 * * 1-5", "0 0 1 1 7", "30 8-23/2 * * *", "*/60 */24 */31 */12 */7"])(
    "accepts %s",
    (text) => expect(findCronProblem(text)).toBeUndefined(),
  );
  it.each([
    "",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * * 13 *",
    "* * * * 8",
    "5-1 * * * *",
    "*/0 * * * *",
    "*/61 * * * *",
    "* * * * */8",
    "30 8/2 * * *",
    "a * * * *",
    "1,,2 * * * *",
    "*-5 * * * *",
  ])("refuses %j", (text) => expect(findCronProblem(text)).not.toBeUndefined());
  it("knows time zones", () =>
    expect([isTimeZone("Europe/Berlin"), isTimeZone("UTC"), isTimeZone("Mars/Base")]).toEqual([true, true, false]));
});

describe("triggerInputSchema", () => {
  const strings = { type: "object", additionalProperties: { type: "string" } };
  const order = { type: "object", properties: { id: { $ref: "#/$defs/Id" } } };

  it("takes a schema without body, query or headers for the body of an http call, and moves its definitions to the root", () => {
    expect(triggerInputSchema({ on: "http", input: { ...order, $defs: { Id: { type: "string" } } } })).toEqual({
      $defs: { Id: { type: "string" } },
      type: "object",
      properties: { body: order, query: strings, headers: strings },
      required: ["body", "query", "headers"],
    });
  });

  it("keeps a schema of the whole call, and completes it", () => {
    const query = { type: "object", properties: { page: { type: "string" } } };
    expect(triggerInputSchema({ on: "http", input: { type: "object", properties: { query }, required: ["query"] } })).toEqual({
      type: "object",
      properties: { body: {}, query, headers: strings },
      required: ["body", "query", "headers"],
    });
  });

  it("accepts anything without a schema, but for http and schedules", () => {
    expect(triggerInputSchema({ on: "manual" })).toEqual({});
    expect(triggerInputSchema({ on: "event", input: order })).toEqual(order);
    expect(triggerInputSchema({ on: "http" })).toEqual({
      type: "object",
      properties: { body: {}, query: strings, headers: strings },
      required: ["body", "query", "headers"],
    });
    expect(triggerInputSchema({ on: "schedule", cron: "* * * * *" })).toEqual({
      type: "object",
      properties: { scheduledAt: { type: "string", format: "date-time" } },
      required: ["scheduledAt"],
    });
  });
});

describe("node facts", () => {
  const of = (kind: string, config: GraphNode["config"] = {}): GraphNode => ({ id: "a", kind, config });

  it.each<[string, GraphNode["config"], string[], boolean, boolean]>([
    ["trigger", {}, ["out"], true, false],
    ["http.request", {}, ["out", "error"], true, true],
    ["code", {}, ["out", "error"], true, true],
    ["control.if", {}, ["true", "false"], false, false],
    ["control.switch", { cases: [{ port: "a" }, { port: "b" }] }, ["a", "b", "default"], false, false],
    ["control.forEach", {}, ["out", "error"], false, true],
    ["control.forEach", { collect: null }, ["out", "error"], true, true],
    ["control.repeat", {}, ["out", "error"], true, true],
    ["control.sleep", {}, ["out"], false, false],
    ["control.approval", {}, ["approved", "rejected", "timeout"], true, false],
    ["control.waitForEvent", {}, ["out", "timeout"], true, false],
    ["control.call", {}, ["out", "error"], true, true],
    ["control.set", {}, ["out"], true, false],
    ["control.return", {}, [], false, false],
    ["control.fail", {}, [], false, false],
    ["note", {}, [], false, false],
    ["nothing.known", {}, [], false, false],
  ])("knows %s %j", (kind, config, ports, binds, fails) => {
    const node = of(kind, config);
    expect([portsOf(node, testCatalog), bindsOutput(node, testCatalog), hasErrorPort(node, testCatalog)]).toEqual([ports, binds, fails]);
  });

  it("knows how each field is read", () => {
    const form = (kind: string, ...path: (string | number)[]): string | undefined => {
      const facts = nodeKind(kind, testCatalog);
      return facts && fieldForm(facts, path);
    };
    expect(form("control.switch", "cases", 0, "when")).toBe("expression");
    expect(form("control.switch", "cases", 0, "port")).toBe("verbatim");
    expect(form("control.repeat", "until")).toBe("expression");
    expect(form("control.sleep", "until")).toBe("template");
    expect(form("code", "source")).toBe("verbatim");
    expect(form("code", "inputs", "source")).toBe("template");
    expect(form("trigger", "input", "description")).toBe("verbatim");
    expect(form("http.request", "when")).toBe("template");
  });
});

describe("documents", () => {
  it("reads what it knows, and names the path of what it does not", () => {
    const document = { weft: 1, name: "a", nodes: [{ id: "t", kind: "trigger" }], edges: [] };
    expect(parseGraph(document)).toEqual({ graph: document });
    expect(parseGraph({ ...document, nodes: [{ id: "t", kind: 1 }] })).toMatchObject({
      diagnostics: [{ code: "invalid-document", location: { path: ["nodes", 0, "kind"] } }],
    });
    expect(parseGraph({ ...document, weft: 9 })).toMatchObject({
      diagnostics: [{ code: "newer-document", message: "The document has version 9; this Weft knows versions up to 1." }],
    });
  });

  it("are described by a JSON Schema", () => {
    expect(graphJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      required: ["weft", "name", "nodes", "edges"],
    });
  });
});
