import { describe, expect, it } from "vitest";
import { draw } from "../../../codegen/testing/draw.ts";
import { removeSelection } from "./commands/remove-selection.ts";
import { setConfig } from "./commands/set-config.ts";
import { Editor } from "./editor.ts";
import { selectNodes } from "./selection.ts";

function open() {
  const clock = { now: 0 };
  const editor = new Editor(draw("a, b", "input > a > b"), () => clock.now);
  const type = (text: string, group?: string): void =>
    editor.edit({ label: `Type ${text}`, source: "inspector", ...(group !== undefined && { group }) }, (graph) =>
      setConfig(graph, "a", ["url"], text),
    );
  return { editor, clock, type, url: () => editor.state.graph.nodes[1]?.config?.["url"] };
}

describe("an open document", () => {
  it("takes edits back one by one and makes them again", () => {
    const { editor, type, url } = open();
    type("1");
    type("2");
    expect(editor.state).toMatchObject({ undoLabel: "Type 2", redoLabel: undefined, source: "inspector" });
    editor.undo();
    expect(url()).toBe("1");
    expect(editor.state).toMatchObject({ undoLabel: "Type 1", redoLabel: "Type 2", source: "canvas" });
    editor.redo();
    expect(url()).toBe("2");
  });

  it("forgets what could be redone when something else is edited", () => {
    const { editor, type, url } = open();
    type("1");
    editor.undo();
    type("2");
    editor.redo();
    expect(url()).toBe("2");
    expect(editor.state.redoLabel).toBeUndefined();
  });

  it("takes edits of a group back together, as long as each follows within a second", () => {
    const { editor, clock, type, url } = open();
    for (const letter of ["h", "hi"]) {
      type(letter, "a.url");
      clock.now += 900;
    }
    clock.now += 200;
    type("hi!", "a.url");
    editor.undo();
    expect(url()).toBe("hi");
    editor.undo();
    expect(url()).toBe("https://example.com/a");
    expect(editor.state.undoLabel).toBeUndefined();
  });

  it("ends a group when told, or when another edit comes between", () => {
    const { editor, type, url } = open();
    type("1", "a.url");
    editor.endGroup();
    type("2", "a.url");
    type("3", "other");
    editor.undo();
    expect(url()).toBe("2");
    editor.undo();
    expect(url()).toBe("1");
  });

  it("brings the selection back with the graph", () => {
    const { editor } = open();
    editor.select(selectNodes(["a", "b"]));
    editor.edit({ label: "Delete", source: "canvas" }, removeSelection);
    expect(editor.state.selection.nodes.size).toBe(0);
    editor.undo();
    expect([...editor.state.selection.nodes]).toEqual(["a", "b"]);
  });

  it("selects nothing that is not there, and tells nobody of what is no change", () => {
    const { editor, type } = open();
    let calls = 0;
    const stop = editor.subscribe(() => calls++);
    type("https://example.com/a");
    editor.undo();
    expect(calls).toBe(0);
    editor.select(selectNodes(["a", "nobody"]));
    expect([...editor.state.selection.nodes]).toEqual(["a"]);
    stop();
    type("x");
    expect(calls).toBe(1);
  });

  it("remembers five hundred steps", () => {
    const { editor, type, url } = open();
    for (let step = 0; step < 600; step++) type(String(step));
    for (let step = 0; step < 600; step++) editor.undo();
    expect(url()).toBe("99");
  });
});
