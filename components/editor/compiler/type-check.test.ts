import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { Editor } from "../model/editor.ts";
import { createTypeCheck } from "./type-check.ts";

const graph: Graph = { weft: 1, name: "a", nodes: [], edges: [] };
const renamed = (editor: Editor, name: string): void => editor.edit({ label: "Rename", source: "canvas" }, (old) => ({ ...old, name }));

class FakeCompiler {
  isAwake = false;
  readonly checked: string[] = [];
  readonly answers: ((found: readonly Diagnostic[]) => void)[] = [];

  checkTypes(of: Graph): Promise<readonly Diagnostic[]> {
    this.checked.push(of.name);
    return new Promise((resolve) => this.answers.push(resolve));
  }
}

function setUp() {
  const editor = new Editor(graph);
  const compiler = new FakeCompiler();
  const published: string[] = [];
  const end = createTypeCheck(editor, compiler, ({ name }) => published.push(name));
  return { editor, compiler, published, end };
}

describe("the check of types", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("does not wake the compiler within the first two seconds, whatever is edited", () => {
    const { editor, compiler } = setUp();
    renamed(editor, "b");
    vi.advanceTimersByTime(1_999);
    expect(compiler.checked).toEqual([]);
    vi.advanceTimersByTime(10);
    expect(compiler.checked).toEqual(["b"]);
  });

  it("runs 300 ms after the last edit once the compiler is awake", () => {
    const { editor, compiler } = setUp();
    compiler.isAwake = true;
    renamed(editor, "b");
    vi.advanceTimersByTime(299);
    renamed(editor, "c");
    vi.advanceTimersByTime(299);
    expect(compiler.checked).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(compiler.checked).toEqual(["c"]);
  });

  it("tells nothing of a graph that has changed since", async () => {
    const { editor, compiler, published } = setUp();
    compiler.isAwake = true;
    renamed(editor, "b");
    vi.advanceTimersByTime(300);
    renamed(editor, "c");
    compiler.answers[0]?.([]);
    await vi.advanceTimersByTimeAsync(300);
    compiler.answers[1]?.([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(published).toEqual(["c"]);
  });

  it("asks for nothing when only the selection changes, nor after its end", () => {
    const { editor, compiler, end } = setUp();
    vi.advanceTimersByTime(3_000);
    expect(compiler.checked).toEqual(["a"]);
    editor.select({ nodes: new Set(), edges: new Set(), last: undefined });
    vi.advanceTimersByTime(1_000);
    expect(compiler.checked).toEqual(["a"]);
    end();
    renamed(editor, "b");
    vi.advanceTimersByTime(1_000);
    expect(compiler.checked).toEqual(["a"]);
  });
});
