import type { Bench } from "../figure.ts";
import { makePure } from "../make-graph.ts";
import { alternate, median } from "../measure.ts";
import type { Timing } from "../serve-contender.ts";

/** R4: nodes that are plain code cost next to nothing and write nothing. */
export const pureNodesBench: Bench = {
  ids: ["R4"],
  async run(lab) {
    const weft = await lab.startWeft();
    const [one, forty] = [await weft.call<string>("publish", makePure(1)), await weft.call<string>("publish", makePure(40))];
    const input = { body: { id: 1, total: 1 } };
    const work = (version: string) => async () =>
      median((await weft.call<Timing>("run", { version, input, total: 10, concurrency: 1 })).each);
    await alternate(10, work(one), work(forty));
    const [short = NaN, long = NaN] = await alternate(lab.rounds * 12, work(one), work(forty));
    const rows = await weft.call<{ most: number }[]>("query", { text: "select max(last_seq)::int most from runs" });
    await lab.stopAll();
    return [
      {
        id: "R4",
        what: "a run of 40 set and if nodes",
        value: long,
        unit: "ms",
        goal: "≤ 1.1 × one node",
        reached: long <= 1.1 * short,
        yardsticks: [{ what: "a run of one set node", value: short }],
      },
      {
        id: "R4",
        what: "events a run of 40 pure nodes writes",
        value: rows[0]?.most ?? NaN,
        unit: "",
        goal: "3: created, started, completed",
        reached: rows[0]?.most === 3,
      },
    ];
  },
};
