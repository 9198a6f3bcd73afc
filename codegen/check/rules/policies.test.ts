import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("allows policies on steps only", () => {
  const policy = { retries: 2 };
  const value = graph(
    [
      node("a", "http.request", { url: "x" }, { policy }),
      node("b", "control.set", { fields: {} }, { policy }),
      node("c", "code", { source: "" }, { policy }),
    ],
    "input > a, input > b, input > c",
  );
  expect(findings(value)).toEqual(["policy-not-supported at b: `b` has a policy, but `control.set` is not a step."]);
});
