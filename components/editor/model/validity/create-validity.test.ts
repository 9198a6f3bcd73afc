import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDiagnostic } from "../../../../codegen/diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../../../../codegen/diagnostics/diagnostic.ts";
import { check } from "../../../../codegen/check/check.ts";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { draw } from "../../../../codegen/testing/draw.ts";
import { testCatalog } from "../../../../codegen/testing/test-catalog.ts";
import { moveNodes } from "../commands/move-nodes.ts";
import { setConfig } from "../commands/set-config.ts";
import { setNode } from "../commands/set-node.ts";
import { Editor } from "../editor.ts";
import type { CatalogSource, Validity, ValidityOptions } from "./create-validity.ts";
import { createValidity } from "./create-validity.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const edit = { label: "Edit", source: "canvas" } as const;
const wrong = (node: string): Diagnostic => createDiagnostic("unknown-kind", { node, kind: "types", nearest: undefined }, { node });

function source(): CatalogSource & { settle: (kind: string) => void } {
  const pending = new Set(["acme.find"]);
  const listeners = new Set<() => void>();
  return {
    catalog: testCatalog,
    want: () => undefined,
    isPending: (kind) => pending.has(kind),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settle(kind) {
      pending.delete(kind);
      for (const listener of listeners) listener();
    },
  };
}

function watch(graph: Graph, options: ValidityOptions = {}) {
  const editor = new Editor(graph);
  const catalog = source();
  const told: { codes: string[]; byNode: ReadonlyMap<string, readonly Diagnostic[]> }[] = [];
  const validity: Validity = createValidity(
    editor,
    catalog,
    (all, byNode) =>
      told.push({ codes: all.map(({ code, location }) => `${code} at ${location.node ?? location.edge ?? "document"}`), byNode }),
    options,
  );
  return { editor, catalog, told, validity, codes: () => told.at(-1)?.codes };
}

const graph = draw("a, b", "input > a > b");

describe("what is wrong with the open document", () => {
  it("is known at once, and again after each change", () => {
    const { editor, codes, told } = watch(graph);
    expect(codes()).toEqual([]);
    editor.edit(edit, (now) => setConfig(now, "a", ["url"], "{{ nobody.x }}"));
    expect(codes()).toEqual(["unknown-reference at a"]);
    editor.undo();
    expect(codes()).toEqual([]);
    expect(told).toHaveLength(3);
  });

  it("is not asked again when nodes only move, nor told again when it is the same", () => {
    const { editor, told } = watch(setConfig(graph, "a", ["url"], "{{ nobody.x }}"));
    editor.edit(edit, (now) => moveNodes(now, ["a"], 5, 5));
    editor.edit(edit, (now) => setNode(now, "b", { label: "B" }));
    expect(told).toHaveLength(1);
  });

  it("keeps the list of a node whose problems did not change", () => {
    const { editor, told } = watch(setConfig(graph, "a", ["url"], "{{ nobody.x }}"));
    editor.edit(edit, (now) => setConfig(now, "b", ["url"], "{{ nobody.y }}"));
    expect(told[1]?.byNode.get("a")).toBe(told[0]?.byNode.get("a"));
    expect([...(told[1]?.byNode.keys() ?? [])]).toEqual(["a", "b"]);
  });

  it("is shown at the source of an edge", () => {
    expect([...(watch(draw("a, b", "input > a, a.nope > b")).told[0]?.byNode.keys() ?? [])]).toEqual(["a"]);
  });

  it("says nothing of a kind that may be known in a moment", () => {
    const { catalog, codes } = watch({
      ...graph,
      nodes: graph.nodes.map((node) => (node.id === "b" ? { ...node, kind: "acme.find" } : node)),
    });
    expect(codes()).toEqual([]);
    catalog.settle("acme.find");
    expect(codes()).toEqual(["unknown-kind at b"]);
  });

  it("waits for a pause in a large document", () => {
    const { editor, codes } = watch({
      ...graph,
      nodes: [...graph.nodes, ...Array.from({ length: 400 }, (_, at) => ({ id: `note${at}`, kind: "note" }))],
    });
    vi.advanceTimersByTime(50);
    expect(codes()).toEqual([]);
    editor.edit(edit, (now) => setConfig(now, "a", ["url"], "{{ nobody.x }}"));
    expect(codes()).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(codes()).toEqual(["unknown-reference at a"]);
  });

  it("follows what connections there are", () => {
    const { validity, codes } = watch(setNode(graph, "a", { connection: "team" }));
    expect(codes()).toEqual([]);
    validity.setCheckOptions({ connections: new Set() });
    expect(codes()).toEqual(["missing-connection at a"]);
  });

  it("is told no more after it was disposed of", () => {
    const { editor, validity, told } = watch(graph);
    validity.dispose();
    editor.edit(edit, (now) => setConfig(now, "a", ["url"], "{{ nobody.x }}"));
    expect(told).toHaveLength(1);
  });
});

describe("what types say", () => {
  const answers: ((found: readonly Diagnostic[]) => void)[] = [];
  const checkTypes = (): Promise<readonly Diagnostic[]> => new Promise((resolve) => answers.push(resolve));
  beforeEach(() => void answers.splice(0));
  const answer = async (at: number, found: readonly Diagnostic[]): Promise<void> => {
    answers[at]?.(found);
    await vi.advanceTimersByTimeAsync(0);
  };

  it("comes after a pause, and is merged in", async () => {
    const { codes } = watch(graph, { checkTypes });
    vi.advanceTimersByTime(300);
    await answer(0, [wrong("b")]);
    expect(codes()).toEqual(["unknown-kind at b"]);
  });

  it("is dropped when it is about a graph that is no more", async () => {
    const { editor, codes } = watch(graph, { checkTypes });
    vi.advanceTimersByTime(300);
    editor.edit(edit, (now) => setConfig(now, "a", ["url"], "x"));
    await answer(0, [wrong("b")]);
    expect(codes()).toEqual([]);
    vi.advanceTimersByTime(300);
    await answer(1, [wrong("a")]);
    expect(codes()).toEqual(["unknown-kind at a"]);
  });

  it("stays at nodes that did not change until there is another answer", async () => {
    const { editor, codes } = watch(graph, { checkTypes });
    vi.advanceTimersByTime(300);
    await answer(0, [wrong("a"), wrong("b")]);
    editor.edit(edit, (now) => moveNodes(now, ["a"], 5, 5));
    expect(codes()).toEqual(["unknown-kind at a", "unknown-kind at b"]);
    editor.edit(edit, (now) => setConfig(now, "a", ["url"], "x"));
    expect(codes()).toEqual(["unknown-kind at b"]);
    expect(answers).toHaveLength(1);
  });

  it("that cannot be asked is left out", async () => {
    const { codes } = watch(graph, { checkTypes: () => Promise.reject(new Error("crashed")) });
    await vi.advanceTimersByTimeAsync(300);
    expect(codes()).toEqual([]);
  });
});

it("checks a thousand nodes between two key strokes", () => {
  vi.useRealTimers();
  const names = Array.from({ length: 1_000 }, (_, at) => `n${at}`);
  const large = draw(names.join(", "), `input > ${names.join(" > ")}`);
  const times = Array.from({ length: 7 }, (_, round) => {
    const edited = setConfig(large, "n500", ["url"], `{{ n${round}.body }}`);
    const started = performance.now();
    expect(check(edited, testCatalog)).toEqual([]);
    return performance.now() - started;
  });
  // 20 on a machine that does nothing else; bench/ measures it.
  expect(times.toSorted((a, b) => a - b)[0]).toBeLessThan(200);
});
