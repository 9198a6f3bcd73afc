import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createSourceMap } from "../../../codegen/emit/source-map.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { registry } from "../../../plugins/registry.generated.ts";
import { createActionLoader } from "../compiler/action-loader.ts";
import type { CompilerClient } from "../compiler/compiler-client.ts";
import type { Question } from "../compiler/protocol.ts";
import { createWorkerCompiler } from "../compiler/worker-compiler.ts";
import { Editor } from "../model/editor.ts";
import { nodeSize } from "../model/geometry.ts";
import { selectNodes } from "../model/selection.ts";
import type { CodeState, CodeText } from "./sync.ts";
import { CodeSync } from "./sync.ts";
import { findEdits, mapOffset } from "./text-edits.ts";

const graph: Graph = {
  weft: 1,
  name: "fetchOrder",
  title: "",
  description: "",
  nodes: [
    { id: "input", kind: "trigger", config: { on: "manual" }, position: { x: 0, y: 0 } },
    { id: "order", kind: "http.request", config: { method: "GET", url: "https://example.com/orders" }, position: { x: 320, y: 0 } },
    { id: "result", kind: "control.return", config: { value: "{{ order.body }}" }, position: { x: 640, y: 0 } },
  ],
  edges: [
    { id: "e1", source: "input", target: "order" },
    { id: "e2", source: "order", target: "result" },
  ],
};

const answer = createWorkerCompiler(createActionLoader({ registry, showAction: async () => undefined }));
let lastId = 0;
const ask = (question: Pick<Question, "kind" | "asks">) => answer({ id: ++lastId, ...structuredClone(question) } as Question);

const compiler: Pick<CompilerClient, "emitDraft" | "parse"> = {
  async emitDraft(of) {
    const given = await ask({ kind: "emitDraft", asks: { graph: of } });
    if (!("diagnostics" in given)) throw new Error("not a draft");
    return "entries" in given ? { ...given, map: createSourceMap(given.entries) } : { ok: false, diagnostics: given.diagnostics };
  },
  async parse(source, base) {
    const given = await ask({ kind: "parse", asks: { source, base } });
    return given as Awaited<ReturnType<CompilerClient["parse"]>>;
  },
};

/** A text as Monaco keeps it: the caret stays at its letter. */
class FakeText implements CodeText {
  value = "";
  caret = 0;
  readonly marked: boolean[] = [];

  apply(value: string, { mark }: { mark: boolean }): void {
    this.caret = mapOffset(this.caret, findEdits(this.value, value));
    this.value = value;
    this.marked.push(mark);
  }
}

async function setUp(start: Graph = graph) {
  const editor = new Editor(start);
  const text = new FakeText();
  const states: CodeState["kind"][] = [];
  const conflicts: number[] = [];
  const sync = new CodeSync({
    editor,
    compiler,
    text,
    label: "Edit code",
    onState: ({ kind }) => states.push(kind),
    onConflict: (count) => conflicts.push(count),
  });
  await settle();
  /** Types `added` behind the first `after`, or in its place. */
  const type = (after: string, added: string, { replace = false } = {}): void => {
    const at = text.value.indexOf(after);
    if (at < 0) throw new Error(`the text has no ${after}`);
    const start = replace ? at : at + after.length;
    text.value = text.value.slice(0, start) + added + text.value.slice(at + after.length);
    text.caret = start + added.length;
    sync.typed();
  };
  const nodeOf = (id: string) => editor.state.graph.nodes.find((node) => node.id === id);
  const setUrl = (url: string, source: "canvas" | "inspector" = "inspector"): void =>
    editor.edit({ label: "Set URL", source }, (old) => ({
      ...old,
      nodes: old.nodes.map((node) => (node.id === "order" ? { ...node, config: { ...node.config, url } } : node)),
    }));
  return { editor, text, sync, states, conflicts, type, nodeOf, setUrl };
}

/** Lets what is due within some milliseconds happen. */
const settle = (milliseconds = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeAll(async () => {
  await answer({ id: 0, kind: "emit", asks: { graph } });
  await answer({ id: 0, kind: "declarationsOf", asks: { modules: ["@/plugins/slack/steps/send-message"] } });
});
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("graph → code", () => {
  it("begins with the module of the graph", async () => {
    const { text, sync } = await setUp();
    expect(text.value).toContain('url: "https://example.com/orders"');
    expect(sync.state).toEqual({ kind: "inStep", diagnostics: [] });
    expect(text.marked).toEqual([false]);
  });

  it("shows every edit of the graph, marked", async () => {
    const { text, setUrl } = await setUp();
    setUrl("https://example.com/customers");
    await settle();
    expect(text.value).toContain('url: "https://example.com/customers"');
    expect(text.marked).toEqual([false, true]);
  });

  it("shows a node whose fields are still missing, with what is wrong", async () => {
    const { editor, text, sync } = await setUp();
    editor.edit({ label: "Empty", source: "canvas" }, (old) => ({
      ...old,
      nodes: old.nodes.map((node) => (node.id === "order" ? { ...node, config: {} } : node)),
    }));
    await settle();
    expect(text.value).toContain("const order = await request({});");
    expect(sync.state).toMatchObject({ kind: "inStep", diagnostics: [{ code: "invalid-config", location: { node: "order" } }] });
  });

  it("keeps the last code of a graph that can't be written, and goes on when it can again", async () => {
    const { editor, text, sync } = await setUp();
    const before = text.value;
    editor.edit({ label: "Connect", source: "canvas" }, (old) => ({
      ...old,
      edges: [...old.edges, { id: "e3", source: "result", target: "order" }],
    }));
    await settle();
    expect(text.value).toBe(before);
    expect(sync.state).toMatchObject({ kind: "stale" });
    editor.undo();
    await settle();
    expect(sync.state).toEqual({ kind: "inStep", diagnostics: [] });
  });

  it("knows where nodes stand, and which one stands where", async () => {
    const { text, sync } = await setUp();
    const [place] = sync.places?.of("order") ?? [];
    expect(text.value.slice(place?.start, place?.end)).toMatch(/^const order = await request\(/);
    expect(sync.places?.at(text.value.indexOf("https://example.com"))).toBe("order");
    expect(sync.places?.at(text.value.indexOf("return order"))).toBe("result");
  });
});

describe("code → graph", () => {
  it("follows within a moment, with ids and positions kept", async () => {
    const { editor, type, nodeOf, states } = await setUp();
    type("example.com/orders", "/1");
    expect(states.at(-1)).toBe("typing");
    await settle();
    expect(nodeOf("order")).toEqual({ ...graph.nodes[1], config: { method: "GET", url: "https://example.com/orders/1" } });
    expect(editor.state.graph.edges).toEqual(graph.edges);
    expect(editor.state.source).toBe("code");
    expect(states.at(-1)).toBe("inStep");
  });

  it("is one undo step for a burst of typing", async () => {
    const { editor, type, text, sync } = await setUp();
    const before = text.value;
    type("example.com/orders", "/");
    await settle();
    type("example.com/orders/", "1");
    await settle();
    type("example.com/orders/1", "2");
    await settle();
    expect(editor.state.undoLabel).toBe("Edit code");
    sync.undo();
    await settle();
    expect(editor.state.graph).toBe(graph);
    expect(text.value).toBe(before);
    sync.redo();
    await settle();
    expect(text.value).toContain("example.com/orders/12");
  });

  it("leaves no undo step where only spaces changed", async () => {
    const { editor, type } = await setUp();
    type('"use workflow";', "\n\n\n");
    await settle();
    expect(editor.state.undoLabel).toBeUndefined();
    expect(editor.state.graph).toBe(graph);
  });

  it("renames a node with its constant", async () => {
    const { editor, text, sync, nodeOf } = await setUp();
    editor.select(selectNodes(["order"]));
    text.value = text.value.replaceAll("order.body", "purchase.body").replace("const order", "const purchase");
    sync.typed();
    await settle();
    expect(nodeOf("order")).toBeUndefined();
    expect(nodeOf("purchase")).toEqual({ ...graph.nodes[1], id: "purchase" });
    expect(nodeOf("result")).toMatchObject({ config: { value: "{{ purchase.body }}" }, position: { x: 640, y: 0 } });
    expect(editor.state.graph.edges.map(({ id }) => id)).toEqual(["e1", "e2"]);
    expect([...editor.state.selection.nodes]).toEqual(["purchase"]);
  });

  it("places a new node between its neighbours, which make room", async () => {
    const { editor, type, nodeOf } = await setUp();
    type("  return order.body;", '  const note = { text: "paid" };\n', { replace: true });
    type('  const note = { text: "paid" };\n', "\n  return order.body;");
    await settle();
    const note = nodeOf("note");
    expect(note?.kind).toBe("control.set");
    expect(note?.position?.x).toBeGreaterThan(320 + nodeSize.width);
    expect(nodeOf("result")?.position?.x).toBeGreaterThan((note?.position?.x ?? 0) + nodeSize.width);
    expect(editor.state.graph.nodes.map(({ id }) => id)).toContain("result");
  });

  it("reads code that imports a service the graph did not use", async () => {
    const { text, sync, nodeOf } = await setUp();
    text.value = `import { sendMessage } from "@/plugins/slack/steps/send-message";\n${text.value}`.replace(
      "  return order.body;",
      '  const sent = await sendMessage({ channel: "C1", text: "Hello" });\n\n  return order.body;',
    );
    sync.typed();
    await settle();
    expect(nodeOf("sent")).toMatchObject({ kind: "slack.sendMessage", config: { channel: "C1", text: "Hello" } });
  });
});

describe("code that can't be read", () => {
  it("leaves the graph alone and says why, once the person pauses", async () => {
    const { editor, type, sync } = await setUp();
    type("const order = await request(", "(");
    await settle(100);
    expect(sync.state).toEqual({ kind: "typing" });
    await settle(600);
    expect(sync.state).toMatchObject({ kind: "unreadable", diagnostics: [{ code: "source-syntax" }] });
    expect(editor.state.graph).toBe(graph);
  });

  it("is undone step by step in the text, then in the history", async () => {
    const { editor, type, sync, text, setUrl } = await setUp();
    setUrl("https://example.com/customers");
    await settle();
    const before = text.value;
    type("const order = await request(", "(");
    await settle(800);
    const first = text.value;
    type("const order = await request((", "{");
    await settle(800);
    sync.undo();
    expect(text.value).toBe(first);
    sync.undo();
    expect(text.value).toBe(before);
    await settle();
    expect(sync.state).toEqual({ kind: "inStep", diagnostics: [] });
    sync.redo();
    expect(text.value).toBe(first);
    sync.undo();
    sync.undo();
    await settle();
    expect(editor.state.graph).toBe(graph);
    expect(text.value).toContain("https://example.com/orders");
  });

  it("is given up on request", async () => {
    const { type, sync, text } = await setUp();
    const before = text.value;
    type("const order", " = nothing (((");
    await settle(800);
    sync.discard();
    expect(text.value).toBe(before);
    expect(sync.state).toEqual({ kind: "inStep", diagnostics: [] });
    await settle(2_000);
    expect(sync.state).toEqual({ kind: "inStep", diagnostics: [] });
  });
});

describe("an edit of the graph while code is typed", () => {
  it("is kept beside what was typed when both change different fields", async () => {
    const { editor, type, nodeOf, setUrl, text, conflicts } = await setUp();
    type('method: "GET",', 'method: "POST,', { replace: true });
    setUrl("https://example.com/customers");
    await settle(2_000);
    type('"POST', '"');
    await settle(200);
    expect(nodeOf("order")?.config).toEqual({ method: "POST", url: "https://example.com/customers" });
    expect(text.value).toContain('url: "https://example.com/customers"');
    expect(text.value).toContain('method: "POST"');
    expect(conflicts).toEqual([]);
    editor.undo();
    await settle();
    expect(nodeOf("order")?.config).toEqual({ method: "GET", url: "https://example.com/customers" });
  });

  it("gives way where both change the same field, and it is said", async () => {
    const { type, nodeOf, setUrl, conflicts } = await setUp();
    type("example.com/orders", "/1");
    setUrl("https://example.com/customers");
    await settle(200);
    expect(nodeOf("order")?.config).toEqual({ method: "GET", url: "https://example.com/orders/1" });
    expect(conflicts).toEqual([1]);
  });

  it("does not touch what is typed and can't be read yet, and shows when it is given up", async () => {
    const { editor, type, sync, setUrl, text } = await setUp();
    type("const order = await request(", "((");
    await settle(800);
    const typed = text.value;
    setUrl("https://example.com/customers");
    await settle(800);
    expect(text.value).toBe(typed);
    sync.discard();
    await settle();
    expect(text.value).toContain("https://example.com/customers");
    expect(editor.state.undoLabel).toBe("Set URL");
  });

  it("moved nodes keep their new places", async () => {
    const { editor, type, nodeOf } = await setUp();
    type("example.com/orders", "/1");
    editor.edit({ label: "Move", source: "canvas" }, (old) => ({
      ...old,
      nodes: old.nodes.map((node) => (node.id === "order" ? { ...node, position: { x: 5, y: 5 } } : node)),
    }));
    await settle(200);
    expect(nodeOf("order")).toMatchObject({ position: { x: 5, y: 5 }, config: { url: "https://example.com/orders/1" } });
  });
});

describe("the form of the code", () => {
  it("is left as typed while typing, and is the compiler's after a second and a half", async () => {
    const { editor, type, text } = await setUp();
    const before = text.value;
    type("https://example.com/orders", "/1");
    type("const order = await request({", "\n\n  ");
    text.caret = 0;
    await settle(1_000);
    expect(text.value).toContain("request({\n\n  ");
    await settle(600);
    expect(text.value).toBe(before.replace("/orders", "/orders/1"));
    expect(editor.state.undoLabel).toBe("Edit code");
    expect(text.marked.at(-1)).toBe(false);
  });

  it("is not forced on the line that the caret is in before the person leaves", async () => {
    const { type, text, sync } = await setUp();
    const before = text.value;
    type('"use workflow";', "\n\n  ");
    await settle(3_000);
    expect(text.value).toContain('"use workflow";\n\n  ');
    sync.format("blur");
    expect(text.value).toBe(before);
    expect(sync.isDirty).toBe(false);
  });

  it("keeps the places of nodes right while it is not the compiler's", async () => {
    const { type, text, sync } = await setUp();
    type('"use workflow";', "\n\n\n\n");
    await settle();
    const [place] = sync.places?.of("order") ?? [];
    expect(text.value.slice(place?.start, place?.end)).toMatch(/^const order = await request\(/);
    expect(sync.places?.at(text.value.indexOf("return order"))).toBe("result");
  });
});

describe("a compiler that fails", () => {
  it("is said so, and asked again on request", async () => {
    let isBroken = true;
    const editor = new Editor(graph);
    const text = new FakeText();
    const sync = new CodeSync({
      editor,
      compiler: {
        ...compiler,
        emitDraft: (of) => (isBroken ? Promise.reject(new Error("The compiler stopped.")) : compiler.emitDraft(of)),
      },
      text,
      label: "Edit code",
      onState: () => undefined,
      onConflict: () => undefined,
    });
    await settle();
    expect(sync.state).toEqual({ kind: "failed", message: "The compiler stopped." });
    isBroken = false;
    sync.retry();
    await settle();
    expect(sync.state).toEqual({ kind: "inStep", diagnostics: [] });
    expect(text.value).toContain("fetchOrder");
    sync.end();
  });
});
