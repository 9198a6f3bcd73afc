import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { perform, wires } from "../testing/perform.ts";
import { canConnect } from "./can-connect.ts";
import { connect } from "./connect.ts";
import { disconnect } from "./disconnect.ts";
import { canReconnect, reconnect } from "./reconnect.ts";

const graph = draw("vip:if, a, b, each:each, each/line, memo:note, end:return", "input > vip, vip.true > a > b");

describe("connecting", () => {
  it("draws an edge, whose port is written only when it is not out", () => {
    const { graph: after } = perform(graph, (now) =>
      connect(connect(now, { source: "vip", port: "false", target: "b" }), { source: "a", port: "out", target: "each" }),
    );
    expect(after.edges.slice(3)).toEqual([
      { id: "e4", source: "vip", port: "false", target: "b" },
      { id: "e5", source: "a", target: "each" },
    ]);
    expect(after.nodes).toBe(graph.nodes);
  });

  it.each([
    ["missing", "a", "out", "nobody"],
    ["note", "a", "out", "memo"],
    ["note", "memo", "out", "a"],
    ["trigger", "b", "out", "input"],
    ["container", "b", "out", "line"],
    ["container", "line", "out", "b"],
    ["port", "a", "true", "each"],
    ["port", "end", "out", "b"],
    ["duplicate", "a", "out", "b"],
    ["cycle", "b", "out", "vip"],
    ["cycle", "a", "out", "a"],
  ])("refuses with %s from %s by %s to %s", (reason, source, port, target) => {
    expect(canConnect(graph, { source, port, target })).toBe(reason);
    expect(connect(graph, { source, port, target })).toBe(graph);
  });

  it("joins the same nodes on another port", () => {
    expect(canConnect(graph, { source: "vip", port: "false", target: "a" })).toBe(true);
    expect(canConnect(graph, { source: "a", port: "error", target: "b" })).toBe(true);
  });

  it("finds that everything is well with a thousand nodes in a row, and what is not", () => {
    const chain = draw(
      Array.from({ length: 1_000 }, (_, at) => `n${at}`).join(", "),
      Array.from({ length: 1_000 }, (_, at) => `n${at}`).join(" > "),
    );
    expect(canConnect(chain, { source: "n0", port: "out", target: "n999" })).toBe(true);
    expect(canConnect(chain, { source: "n999", port: "out", target: "n0" })).toBe("cycle");
  });
});

describe("leading an edge elsewhere", () => {
  it("keeps its id and its place among the edges", () => {
    const { graph: after } = perform(graph, (now) => reconnect(now, "e2", { source: "vip", port: "false", target: "b" }));
    expect(wires(after)).toEqual(["input > vip", "vip.false > b", "a > b"]);
    expect(after.edges[1]?.id).toBe("e2");
  });

  it("may turn round what only the edge itself forbids", () => {
    expect(canReconnect(graph, "e3", { source: "b", port: "out", target: "a" })).toBe(true);
    expect(canReconnect(graph, "e3", { source: "b", port: "out", target: "input" })).toBe("trigger");
    expect(reconnect(graph, "e3", { source: "b", port: "out", target: "b" })).toBe(graph);
    expect(reconnect(graph, "e99", { source: "a", port: "error", target: "b" })).toBe(graph);
  });
});

describe("disconnecting", () => {
  it("takes away the edges and nothing else", () => {
    const { graph: after } = perform(graph, (now) => disconnect(now, ["e2", "nobody"]));
    expect(wires(after)).toEqual(["input > vip", "a > b"]);
    expect(after.nodes).toBe(graph.nodes);
    expect(disconnect(graph, ["nobody"])).toBe(graph);
  });
});
