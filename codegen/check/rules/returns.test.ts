import { describe, expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const end = (id: string, parent?: string): ReturnType<typeof node> =>
  node(id, "control.return", {}, parent === undefined ? {} : { parent });
const branch = (id: string): ReturnType<typeof node> => node(id, "control.if", { when: "input.x" });
const loop = (id: string, concurrency: number | string, parent?: string): ReturnType<typeof node> =>
  node(id, "control.forEach", { items: [], as: `${id}Item`, concurrency }, parent === undefined ? {} : { parent });

describe("a return", () => {
  it("is refused beside a node that may still run", () => {
    expect(findings(graph([node("a"), end("done")], "input > a, input > done"))).toEqual([
      "return-in-concurrency at done: `done` ends the run while `a` may still be running beside it.",
    ]);
  });

  it("is fine after everything, and on one port while others go on", () => {
    const value = graph(
      [branch("c"), end("early"), node("a"), node("b"), end("late")],
      "input > c, c.true > early, c.false > a, a > b, b > late",
    );
    expect(findings(value)).toEqual([]);
  });

  it("is fine beside what the ports of one decision exclude, also through joins", () => {
    const value = graph(
      [
        node("s", "control.switch", { cases: ["x", "y", "z"].map((port) => ({ port, when: "input.x" })) }),
        node("a"),
        node("b"),
        node("ab"),
        end("done"),
      ],
      "input > s, s.x > a, s.y > b, a > ab, b > ab, s.z > done",
    );
    expect(findings(value)).toEqual([]);
  });

  it("is refused when a join lets both happen", () => {
    const value = graph([branch("c"), branch("d"), node("a"), end("done")], "input > c, input > d, c.true > a, d.true > a, c.false > done");
    expect(findings(value)).toEqual(["return-in-concurrency at done: `done` ends the run while `d` may still be running beside it."]);
  });

  it("is excluded by what follows the error port only when the error is caught", () => {
    const value = graph([node("order"), node("tell"), end("done")], "input > order, order.error > tell, order > done");
    expect(findings(value)).toEqual([]);
  });

  it("is refused inside a concurrent loop, however deep", () => {
    const value = graph([loop("outer", 5), loop("inner", 1, "outer"), end("done", "inner")], "input > outer");
    expect(findings(value)).toEqual(["return-in-concurrency at done: `done` ends the run inside `outer`, whose rounds run concurrently."]);
    expect(findings(graph([loop("one", "{{ input.n }}"), end("done", "one")], "input > one"))).toHaveLength(1);
    expect(findings(graph([loop("one", 1), end("done", "one")], "input > one"))).toEqual([]);
  });

  it("is refused inside a loop that has company", () => {
    expect(findings(graph([loop("one", 1), end("done", "one"), node("a")], "input > one, input > a"))).toEqual([
      "return-in-concurrency at done: `done` ends the run while `a` may still be running beside it.",
    ]);
  });

  it("passes through disabled nodes", () => {
    const value = graph(
      [branch("c"), node("off", "http.request", {}, { disabled: true }), node("a"), end("done")],
      "input > c, c.true > off, off > done, c.false > a",
    );
    expect(findings(value)).toEqual([]);
  });
});

it("lets a failure happen anywhere", () => {
  expect(findings(graph([node("a"), node("stop", "control.fail", { message: "x" })], "input > a, input > stop"))).toEqual([]);
});
