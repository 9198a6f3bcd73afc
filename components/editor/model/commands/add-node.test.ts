import { describe, expect, it } from "vitest";
import { codes } from "../../../../codegen/testing/make-graph.ts";
import { draw } from "../../../../codegen/testing/draw.ts";
import { at, ids, nodeOf, perform, places, wires } from "../testing/perform.ts";
import { addNode } from "./add-node.ts";

const here = { x: 100, y: 50 };

describe("adding a node", () => {
  it("names it after what it gives, leaves its label empty and selects it", () => {
    const { graph, selection } = perform(draw("a", "input > a"), (now) => addNode(now, { kind: "slack.sendMessage", position: here }));
    expect(graph.nodes.at(-1)).toEqual({ id: "message", kind: "slack.sendMessage", config: {}, position: here });
    expect([...selection.nodes]).toEqual(["message"]);
    expect(selection.last).toBe("message");
  });

  it("takes the next free number, past names of errors, loops' variables and the workflow", () => {
    const before = draw("message, message2Error, each:each", "input > message");
    const taken = {
      ...before,
      name: "message3",
      nodes: before.nodes.map((node) => (node.id === "each" ? { ...node, config: { as: "message4" } } : node)),
    };
    expect(addNode(taken, { kind: "slack.sendMessage", position: here }).id).toBe("message5");
  });

  it("never takes a reserved word", () => {
    expect(addNode(draw("a", "input > a"), { kind: "x.y", id: "if", position: here }).id).toBe("if2");
    expect(addNode(draw("a", "input > a"), { kind: "control.if", position: here }).id).toBe("check");
  });

  it("keeps every other node and edge the very object it was", () => {
    const before = draw("a, b", "input > a > b");
    const { graph } = perform(before, (now) => addNode(now, { kind: "http.request", position: here }));
    expect(graph.nodes.slice(0, 3).every((node, place) => node === before.nodes[place])).toBe(true);
    expect(graph.edges).toBe(before.edges);
  });

  it("connects it after a port, right of the node and below what stands there already", () => {
    const before = at(draw("vip:if, a", "input > vip, vip.true > a"), { input: [0, 0], vip: [320, 0], a: [640, 0] });
    const { graph } = perform(before, (now) => addNode(now, { kind: "http.request", after: { node: "vip", port: "false" } }));
    expect(wires(graph)).toEqual(["input > vip", "vip.true > a", "vip.false > response"]);
    expect(places(graph)["response"]).toBe("620,120");
  });

  it("goes into the container of the node it comes after", () => {
    const { graph } = perform(draw("each:each, each/line", "input > each"), (now) =>
      addNode(now, { kind: "control.set", after: { node: "line", port: "out" } }),
    );
    expect(ids(graph)).toEqual(["input", "each", "each/line", "each/fields"]);
    expect(wires(graph)).toEqual(["input > each", "line > fields"]);
  });

  it("is inserted on an edge, which keeps its id and port, and what comes after makes room", () => {
    const before = at(draw("vip:if, a, b", "input > vip, vip.true > a > b"), { input: [0, 0], vip: [320, 0], a: [640, 0], b: [960, 0] });
    const { graph } = perform(before, (now) => addNode(now, { kind: "control.if", onEdge: "e2" }));
    expect(wires(graph)).toEqual(["input > vip", "vip.true > check", "a > b", "check.true > a"]);
    expect(graph.edges[1]).toEqual({ id: "e2", source: "vip", port: "true", target: "check" });
    expect(places(graph)).toEqual({ input: "0,0", vip: "320,0", check: "620,0", a: "920,0", b: "1240,0" });
  });

  it("stays where it is dropped on an edge, and moves nobody", () => {
    const before = at(draw("a", "input > a"), { input: [0, 0], a: [320, 0] });
    const { graph } = perform(before, (now) => addNode(now, { kind: "control.set", onEdge: "e1", position: { x: 260, y: 30 } }));
    expect(places(graph)).toEqual({ input: "0,0", a: "320,0", fields: "260,30" });
    expect(wires(graph)).toEqual(["input > fields", "fields > a"]);
  });

  it("that ends a chain is put beside the edge, which stays", () => {
    const { graph } = perform(draw("a", "input > a"), (now) => addNode(now, { kind: "control.return", onEdge: "e1", position: here }));
    expect(wires(graph)).toEqual(["input > a", "input > answer"]);
  });

  it("that is a note is connected to nothing", () => {
    const { graph } = perform(draw("a", "input > a"), (now) => addNode(now, { kind: "note", onEdge: "e1", position: here }));
    expect(wires(graph)).toEqual(["input > a"]);
    expect(nodeOf(graph, "note").config).toEqual({ text: "" });
  });

  it("gives a loop a variable that no other loop has", () => {
    const before = { ...draw("each:each", "input > each") };
    const { graph } = perform(before, (now) => addNode(now, { kind: "control.forEach", position: here, parent: "each" }));
    expect(nodeOf(graph, "each2")).toMatchObject({ parent: "each", config: { as: "item2" } });
  });

  it("adds no second trigger", () => {
    const before = draw("a", "input > a");
    expect(perform(before, (now) => addNode(now, { kind: "trigger", position: here })).graph).toBe(before);
  });

  it("makes nothing wrong but what is left to fill in", () => {
    const kinds = ["code", "control.set", "control.sleep", "control.waitForEvent", "control.return"];
    for (const kind of kinds) {
      const { graph } = addNode(draw("a", "input > a"), { kind, after: { node: "a", port: "out" } });
      expect({ kind, codes: codes(graph) }).toEqual({ kind, codes: [] });
    }
    expect(codes(addNode(draw("a", "input > a"), { kind: "control.if", after: { node: "a", port: "out" } }).graph)).toEqual([
      "invalid-config",
    ]);
  });
});
