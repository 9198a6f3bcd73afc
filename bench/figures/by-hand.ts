import type { Bench } from "../figure.ts";
import type { Graph } from "../../codegen/index.ts";
import { alternate, median } from "../measure.ts";
import type { Timing } from "../serve-contender.ts";

const STEPS = ["order", "customer", "stock", "notify", "invoice", "archive"];

// What a person would write for the same engine: no more names, awaits or waits than the work needs.
const BY_HAND = `
  const order = await order$step({ id: input.body.id });
  const [customer, stock] = await Promise.all([customer$step({ of: order.node }), stock$step({ of: order.node })]);
  if (input.body.total > 100) {
    await notify$step({ text: customer.node + " " + stock.node });
  } else {
    await invoice$step({ of: order.node });
  }
  await archive$step({ id: input.body.id });
  return { ok: true };
`;

/** R7: the module that a graph becomes, against the same workflow written by hand. */
export const byHandBench: Bench = {
  ids: ["R7"],
  async run(lab) {
    const weft = await lab.startWeft();
    const emitted = await weft.call<string>("publish", orderGraph());
    const byHand = await weft.call<string>("publishBody", { body: BY_HAND, steps: STEPS });
    const input = { body: { id: 1, total: 500 } };
    const work = (version: string) => async () =>
      median((await weft.call<Timing>("run", { version, input, total: 10, concurrency: 1 })).each);
    await alternate(10, work(emitted), work(byHand));
    // Three in a hundred is told from noise by short turns, and many of them.
    const [ours = NaN, theirs = NaN] = await alternate(lab.rounds * 12, work(emitted), work(byHand));
    await lab.stopAll();
    const yardsticks = [{ what: "the same workflow by hand", value: theirs }];
    return [
      {
        id: "R7",
        what: "a run of the emitted module: steps, a fan-out, a branch",
        value: ours,
        unit: "ms",
        goal: "≤ 1.03 ×",
        reached: ours <= 1.03 * theirs,
        yardsticks,
      },
    ];
  },
};

function orderGraph(): Graph {
  const step = (id: string, value: string) => ({ id, kind: "code", config: { source: "return { node: value };", inputs: { value } } });
  const edge = (id: string, source: string, target: string, port?: string) => ({
    id,
    source,
    target,
    ...(port === undefined ? {} : { port }),
  });
  return {
    weft: 1,
    name: "emitted",
    nodes: [
      { id: "input", kind: "trigger", config: { on: "http", respond: "sync" } },
      step("order", "{{ input.body.id }}"),
      step("customer", "{{ order.node }}"),
      step("stock", "{{ order.node }}"),
      { id: "isLarge", kind: "control.if", config: { when: "input.body.total > 100" } },
      step("notify", "{{ customer.node }} {{ stock.node }}"),
      step("invoice", "{{ order.node }}"),
      step("archive", "{{ input.body.id }}"),
      { id: "answer", kind: "control.return", config: { value: { ok: true } } },
    ],
    edges: [
      edge("e1", "input", "order"),
      edge("e2", "order", "customer"),
      edge("e3", "order", "stock"),
      edge("e4", "customer", "isLarge"),
      edge("e5", "stock", "isLarge"),
      edge("e6", "isLarge", "notify", "true"),
      edge("e7", "isLarge", "invoice", "false"),
      edge("e8", "notify", "archive"),
      edge("e9", "invoice", "archive"),
      edge("e10", "archive", "answer"),
    ],
  };
}
