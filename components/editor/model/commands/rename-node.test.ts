import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { selectNodes } from "../selection.ts";
import { nodeOf, perform, wires } from "../testing/perform.ts";
import { canRename, renameNode } from "./rename-node.ts";
import { renameVariable } from "./rename-variable.ts";
import { setConfig } from "./set-config.ts";

const graph = setConfig(
  draw("order, b, c, each:each, each/line", "input > order > b, order.error > c, order > each"),
  "b",
  ["url"],
  "https://x/{{ order.body.id }}",
);

describe("renaming a node", () => {
  it("takes edges, expressions and the selection along, and leaves the rest as it is", () => {
    const { graph: after, selection } = perform(
      graph,
      (now, chosen) => renameNode(now, chosen, "order", "sale"),
      selectNodes(["b", "order"]),
    );
    expect(wires(after)).toEqual(["input > sale", "sale > b", "sale.error > c", "sale > each"]);
    expect(nodeOf(after, "b").config).toEqual({ url: "https://x/{{ sale.body.id }}" });
    expect([...selection.nodes]).toEqual(["b", "sale"]);
    expect(selection.last).toBe("sale");
    expect(nodeOf(after, "c")).toBe(nodeOf(graph, "c"));
  });

  it.each([
    ["missing", "nobody", "x"],
    ["shape", "order", "My order"],
    ["shape", "order", "Order"],
    ["reserved", "order", "if"],
    ["taken", "order", "b"],
    ["taken", "order", "bError"],
    ["taken", "order", "item"],
    ["taken", "order", "sketch"],
  ])("refuses with %s from %s to %s", (reason, from, to) => {
    expect(canRename(graph, from, to)).toBe(reason);
    expect(renameNode(graph, selectNodes([]), from, to).graph).toBe(graph);
  });
});

describe("renaming a loop's variable", () => {
  it("takes the expressions inside along, and not those of the same name outside", () => {
    let loop = setConfig(graph, "line", ["url"], "{{ item.url }}");
    loop = setConfig(loop, "each", ["collect"], "{{ item.id }}");
    loop = setConfig(loop, "c", ["url"], "{{ item }}");
    const { graph: after } = perform(loop, (now) => renameVariable(now, "each", "row"));
    expect(nodeOf(after, "each").config).toMatchObject({ as: "row", collect: "{{ row.id }}" });
    expect(nodeOf(after, "line").config).toEqual({ url: "{{ row.url }}" });
    expect(nodeOf(after, "c")).toBe(nodeOf(loop, "c"));
  });

  it("refuses a name that is not free", () => {
    expect(renameVariable(graph, "each", "order")).toBe(graph);
    expect(renameVariable(graph, "each", "of")).toBe(graph);
  });
});
