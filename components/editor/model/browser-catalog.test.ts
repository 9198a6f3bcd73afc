import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { check } from "../../../codegen/check/check.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Plugin } from "../../../plugins/kit/define-plugin.ts";
import type { BrowserCatalogOptions } from "./browser-catalog.ts";
import { createBrowserCatalog } from "./browser-catalog.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const mail: Plugin = {
  name: "mail",
  label: "Mail",
  description: "Mails.",
  actions: [
    { name: "send", label: "Send", description: "Sends.", input: z.strictObject({ to: z.string() }), output: z.object({ id: z.string() }) },
  ],
};
type Details = NonNullable<Awaited<ReturnType<BrowserCatalogOptions["showAction"]>>>;
const found: Details = {
  kind: "acme.find",
  label: "Find",
  description: "Finds.",
  input: { type: "object", properties: { id: { type: "string" } }, required: ["id"], additionalProperties: false },
  output: { $ref: "#/$defs/thing", $defs: { thing: { type: "object", properties: { next: { $ref: "#/$defs/thing" } } } } },
  polls: false,
  code: { module: "@/plugins/acme/steps/find", name: "find" },
};

function using(...kinds: string[]): Graph {
  const nodes = kinds.map((kind, at) => ({ id: `n${at}`, kind, config: {} }));
  const edges = nodes.map(({ id }) => ({ id: `e-${id}`, source: "input", target: id }));
  return { weft: 1, name: "flow", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }, ...nodes], edges };
}

function open(showAction: BrowserCatalogOptions["showAction"] = () => Promise.resolve(found)) {
  const load = vi.fn<() => Promise<Plugin>>(() => Promise.resolve(mail));
  const asked = vi.fn<BrowserCatalogOptions["showAction"]>(showAction);
  const registry = [
    { name: "mail", label: "Mail", description: "Mails.", actions: [{ name: "send", label: "Send", description: "Sends." }], load },
  ];
  const catalog = createBrowserCatalog({ registry, showAction: asked });
  const problems = (graph: Graph): string[] => check(graph, catalog.catalog).map(({ code }) => code);
  return { catalog, load, asked, problems };
}

describe("the catalog in the browser", () => {
  it("knows the names of Weft's own services at once, and their schemas when a graph uses them", async () => {
    const { catalog, load, problems } = open();
    const graph = using("mail.send", "mail.send");
    expect(problems(graph)).toEqual([]);
    expect(problems(using("mail.sned"))).toEqual(["unknown-kind"]);
    catalog.want(using("code"));
    expect(load).not.toHaveBeenCalled();
    catalog.want(graph);
    await vi.advanceTimersByTimeAsync(0);
    expect(problems(graph)).toEqual(["invalid-config", "invalid-config"]);
    expect(catalog.isPending("mail.sned")).toBe(false);
    catalog.want(graph);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("asks the server for what it does not know, and until then nobody knows whether there is such a kind", async () => {
    const { catalog, asked, problems } = open();
    const graph = using("acme.find");
    catalog.want(graph);
    expect(catalog.isPending("acme.find")).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(catalog.isPending("acme.find")).toBe(false);
    expect(problems(graph)).toEqual(["invalid-config"]);
    expect(asked.mock.calls).toEqual([["acme.find"]]);
  });

  it("keeps a described output in the service's own words", async () => {
    const { catalog } = open();
    catalog.want(using("acme.find"));
    await vi.advanceTimersByTimeAsync(0);
    const action = catalog.catalog.actions.get("acme.find");
    expect(action && z.toJSONSchema(action.output)).toMatchObject(found.output);
    expect(action?.output.safeParse({ next: { next: {} } }).success).toBe(true);
  });

  it("says that there is no such kind when the server says so, and asks once", async () => {
    const { catalog, asked, problems } = open(() => Promise.resolve(undefined));
    const graph = using("acme.find");
    catalog.want(graph);
    await vi.advanceTimersByTimeAsync(0);
    catalog.want(graph);
    expect(catalog.isPending("acme.find")).toBe(false);
    expect(problems(graph)).toEqual(["unknown-kind"]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("asks again after a while when the server could not be reached", async () => {
    let isUp = false;
    const { catalog, problems } = open(() => (isUp ? Promise.resolve(found) : Promise.reject(new Error("offline"))));
    const graph = using("acme.find");
    catalog.want(graph);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(catalog.isPending("acme.find")).toBe(true);
    isUp = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(problems(graph)).toEqual(["invalid-config"]);
  });

  it("asks again for what a described service is now", async () => {
    const { catalog, asked } = open();
    const told = vi.fn<() => void>();
    catalog.want(using("acme.find", "mail.send"));
    await vi.advanceTimersByTimeAsync(0);
    catalog.subscribe(told);
    catalog.refresh();
    expect(catalog.isPending("acme.find")).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("asks nobody for what cannot be an action", async () => {
    const { catalog, asked } = open();
    catalog.want(using("note", "code", "Nonsense kind"));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).not.toHaveBeenCalled();
    expect(catalog.isPending("Nonsense kind")).toBe(false);
  });
});
