import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const when = "input.a === 1";

it("refuses a switch without cases and ports that occur twice", () => {
  const value = graph(
    [
      node("empty", "control.switch", { cases: [] }),
      node("twice", "control.switch", {
        cases: [
          { port: "x", when },
          { port: "x", when },
          { port: "default", when },
        ],
      }),
    ],
    "input > empty, input > twice",
  );
  expect(findings(value)).toEqual([
    "no-cases at empty.cases: The switch `empty` has no cases.",
    "duplicate-port at twice.cases.1.port: The switch `twice` has the port `x` twice.",
    "duplicate-port at twice.cases.2.port: The switch `twice` has the port `default` twice.",
  ]);
});
