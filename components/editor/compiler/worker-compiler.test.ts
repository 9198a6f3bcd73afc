import { describe, expect, it, vi } from "vitest";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { loadCatalog } from "../../../plugins/kit/registry.ts";
import { registry } from "../../../plugins/registry.generated.ts";
import { createActionLoader } from "./action-loader.ts";
import { createWorkerCompiler, kindsOfGraph, kindsOfSource } from "./worker-compiler.ts";

const graph: Graph = {
  weft: 1,
  name: "fetchOrder",
  nodes: [
    {
      id: "input",
      kind: "trigger",
      config: { on: "manual", input: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } },
    },
    { id: "order", kind: "http.request", config: { method: "GET", url: "https://api.example.com/orders/{{ input.id }}" } },
  ],
  edges: [{ id: "e1", source: "input", target: "order" }],
};

const answer = createWorkerCompiler(createActionLoader({ registry, showAction: async () => undefined }));
const ask: typeof answer = (question) => answer(structuredClone(question));

describe("the worker's compiler", () => {
  it("emits a module with the spans of its nodes, and parses it back", async () => {
    const emitted = await ask({ id: 1, kind: "emit", asks: { graph } });
    expect(emitted).toMatchObject({ ok: true });
    const source = "source" in emitted ? emitted.source : "";
    expect(source).toContain('import { request } from "@/plugins/http/steps/request";');
    expect(await ask({ id: 2, kind: "parse", asks: { source, base: graph } })).toEqual({ ok: true, graph });
  });

  it("shows a draft whose fields are missing, and says what is wrong; a structure that is wrong it refuses", async () => {
    const bare: Graph = { ...graph, nodes: graph.nodes.map((node) => (node.id === "order" ? { ...node, config: {} } : node)) };
    expect(await ask({ id: 9, kind: "emit", asks: { graph: bare } })).toMatchObject({ ok: false });
    const draft = await ask({ id: 10, kind: "emitDraft", asks: { graph: bare } });
    expect("source" in draft && draft.source).toContain("const order = await request({});");
    expect("diagnostics" in draft && draft.diagnostics.map(({ code, location }) => [code, location.node])).toEqual([
      ["invalid-config", "order"],
    ]);
    const round = { ...graph, edges: [...graph.edges, { id: "e2", source: "order", target: "order" }] };
    expect(await ask({ id: 11, kind: "emitDraft", asks: { graph: round } })).toMatchObject({ ok: false });
  });

  it("parses code that imports a service which its graph does not use", async () => {
    const source = [
      'import { sendMessage } from "@/plugins/slack/steps/send-message";',
      'export const trigger = { on: "manual" } as const;',
      'export async function fetchOrder(input: any) {\n  "use workflow";\n  const sent = await sendMessage({ channel: "C1", text: "Hello" });\n}',
    ].join("\n");
    const parsed = await ask({ id: 3, kind: "parse", asks: { source, base: graph } });
    expect("graph" in parsed ? parsed.graph.nodes.map(({ kind }) => kind) : parsed).toEqual(["trigger", "slack.sendMessage"]);
  });

  it("finds what TypeScript finds, on the node and field", async () => {
    const url = "https://api.example.com/orders/{{ input.idd }}";
    const wrong = {
      ...graph,
      nodes: graph.nodes.map((node) => (node.id === "order" ? { ...node, config: { method: "GET", url } } : node)),
    };
    const found = await ask({ id: 4, kind: "checkTypes", asks: { graph: wrong } });
    expect(found).toMatchObject([{ code: "unknown-property", severity: "error", location: { node: "order", path: ["url"] } }]);
  });

  it("says why a code body can't be read, and nothing else, of a graph that can't be compiled", async () => {
    const code: Graph = {
      ...graph,
      nodes: [
        ...graph.nodes,
        { id: "sum", kind: "code", config: { source: "return (", inputs: {} } },
        { id: "odd", kind: "no.such", config: {} },
      ],
      edges: [...graph.edges, { id: "e2", source: "order", target: "sum" }],
    };
    const found = await ask({ id: 5, kind: "checkTypes", asks: { graph: code } });
    expect(found).toMatchObject([{ code: "invalid-code", location: { node: "sum" } }]);
  });

  it("sends the members near a scope's root along, and the others on request", async () => {
    const place = { node: "order", field: ["url"] };
    const scope = await ask({ id: 6, kind: "typesAt", asks: { graph, place, options: {} } });
    expect("members" in scope && scope.members instanceof Map ? scope.members.get('["input"]') : scope).toMatchObject([
      { name: "id", type: "string" },
    ]);
    expect(await ask({ id: 7, kind: "membersAt", asks: { graph, place, options: {}, path: ["input"] } })).toMatchObject([{ name: "id" }]);
  });

  it("declares the modules that code imports together with what those import", async () => {
    const modules = await ask({
      id: 8,
      kind: "declarationsOf",
      asks: { modules: ["@/plugins/slack/steps/send-message", "@/plugins/no/steps/such"] },
    });
    expect(Array.isArray(modules) && modules.map((item) => "module" in item && item.module)).toEqual([
      "@/plugins/slack/steps/send-message",
      "@/plugins/kit/loose",
      "@/plugins/kit/pending",
      "@/plugins/kit/step-options",
    ]);
  });
});

describe("actions are found", () => {
  it("in graphs by kind and in sources by module", () => {
    expect([...kindsOfGraph(graph)]).toEqual(["trigger", "http.request"]);
    const source = 'import { a } from "@/plugins/google-sheets/steps/append-row";\nimport { env } from "@/plugins/kit/env";';
    expect([...kindsOfSource(source)]).toEqual(["googleSheets.appendRow"]);
  });

  it("in the registry, whose services are loaded once each", async () => {
    const load = createActionLoader({ registry, showAction: async () => undefined });
    const first = await load(new Set(["http.request", "control.if", "note"]));
    expect(await load(new Set(["http.request"]))).toBe(first);
    const second = await load(new Set(["slack.sendMessage"]));
    expect([...second.actions.keys()]).toEqual([...(await loadCatalog(registry, new Set(["http", "slack"]))).actions.keys()]);
  });

  it("on the server, where the workspace describes them itself; one that is not there is asked for again later", async () => {
    vi.useFakeTimers();
    try {
      const asked: string[] = [];
      let isDescribed = false;
      const load = createActionLoader({
        registry,
        showAction: async (kind) => {
          asked.push(kind);
          if (!isDescribed) return undefined;
          const code = { module: "@/plugins/pets/steps/get-pet", name: "getPet" };
          const input = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
          return { kind, label: "Get a pet", description: "Reads a pet.", polls: false, code, input, output: { type: "object" } };
        },
      });
      expect((await load(new Set(["pets.getPet"]))).actions.size).toBe(0);
      isDescribed = true;
      expect((await load(new Set(["pets.getPet"]))).actions.size).toBe(0);
      vi.advanceTimersByTime(10_000);
      const catalog = await load(new Set(["pets.getPet"]));
      expect(catalog.actions.get("pets.getPet")?.step.name).toBe("getPet");
      expect(await load(new Set(["pets.getPet"]))).toBe(catalog);
      expect(asked).toEqual(["pets.getPet", "pets.getPet"]);
    } finally {
      vi.useRealTimers();
    }
  });
});
