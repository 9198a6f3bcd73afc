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

it("refuses a text in place of a case or of all cases, whatever it would give", () => {
  const value = graph(
    [
      node("all", "control.switch", { cases: "{{ input.cases }}" }),
      node("one", "control.switch", { cases: [{ port: "x", when }, "{{ input.case }}"] }),
    ],
    "input > all, input > one",
  );
  expect(findings(value)).toEqual([
    "invalid-config at all.cases: `cases` of `all` is wrong: expected a list of cases.",
    "invalid-config at one.cases.1: `cases.1` of `one` is wrong: expected a case: its port and its condition.",
  ]);
});
