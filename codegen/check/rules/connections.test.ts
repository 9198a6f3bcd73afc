import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const value = graph(
  [node("a", "http.request", { url: "x" }, { connection: "team-slak" }), node("b", "code", { source: "" }, { connection: "x" })],
  "input > a, input > b",
);
const unsupported = "connection-not-supported at b: `b` names a connection, but `code` does not use one.";

it("allows connections on actions only", () => {
  expect(findings(value)).toEqual([unsupported]);
});

it("asks for connections that exist, when the caller knows them", () => {
  expect(findings(value, { connections: new Set(["team-slack"]) })).toEqual([
    "missing-connection at a: `a` uses the connection `team-slak`, which does not exist here.",
    unsupported,
  ]);
});
