import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { selectNodes } from "../selection.ts";
import { ids, perform, wires } from "../testing/perform.ts";
import { removeSelection } from "./remove-selection.ts";

const graph = draw("vip:if, a, b, each:each, each/line, line2/x", "input > vip, vip.true > a > b > each");

describe("removing", () => {
  it("takes the edges of a node along, and selects nothing", () => {
    const selection = selectNodes(["a"]);
    const { graph: after, selection: rest } = perform(graph, removeSelection, selection);
    expect(ids(after)).toEqual(["input", "vip", "b", "each", "each/line", "line2/x"]);
    expect(wires(after)).toEqual(["input > vip", "b > each"]);
    expect(rest.nodes.size).toBe(0);
  });

  it("takes what is inside a container along", () => {
    expect(ids(perform(graph, removeSelection, selectNodes(["each"])).graph)).toEqual(["input", "vip", "a", "b", "line2/x"]);
  });

  it("takes selected edges alone", () => {
    const { graph: after } = perform(graph, (now) => removeSelection(now, { nodes: new Set(), edges: new Set(["e3"]), last: undefined }));
    expect(wires(after)).toEqual(["input > vip", "vip.true > a", "b > each"]);
    expect(after.nodes).toBe(graph.nodes);
  });

  it("leaves the trigger", () => {
    expect(perform(graph, removeSelection, selectNodes(["input"])).graph).toBe(graph);
    expect(ids(perform(graph, removeSelection, selectNodes(["input", "each"])).graph)).toContain("input");
  });

  it("leads what came before a chain on to what comes after, when asked", () => {
    const { graph: after } = perform(
      graph,
      (now, selection) => removeSelection(now, selection, { reconnect: true }),
      selectNodes(["a", "b"]),
    );
    expect(wires(after)).toEqual(["input > vip", "vip.true > each"]);
  });

  it("bridges no node that branches or joins, and no failure", () => {
    const branching = draw("a, b, c", "input > a > b, a > c");
    expect(wires(removeSelection(branching, selectNodes(["a"]), { reconnect: true }).graph)).toEqual([]);
    const failing = draw("a, b", "input > a, a.error > b");
    expect(wires(removeSelection(failing, selectNodes(["a"]), { reconnect: true }).graph)).toEqual([]);
  });
});
