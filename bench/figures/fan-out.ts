import type { Bench } from "../figure.ts";
import { makeFan } from "../make-graph.ts";
import { alternate, median } from "../measure.ts";
import type { Timing } from "../serve-contender.ts";

/** R6: many durable steps at once share their commits. */
export const fanOutBench: Bench = {
  ids: ["R6"],
  async run(lab) {
    const [weft, dbos] = [await lab.startWeft(), await lab.startDbos()];
    const [ten, hundred] = [await weft.call<string>("publish", makeFan(10)), await weft.call<string>("publish", makeFan(100))];
    const total = lab.quick ? 5 : 10;
    const ours = (version: string) => async () =>
      median((await weft.call<Timing>("run", { version, input: { body: { id: 1, total: 1 } }, total, concurrency: 1 })).each);
    const theirs = async () => (dbos ? median((await dbos.call<Timing>("parallel", { steps: 100, total, concurrency: 1 })).each) : NaN);
    await alternate(2, ours(ten), ours(hundred), theirs);
    const [small = NaN, large = NaN, peer = NaN] = await alternate(lab.rounds, ours(ten), ours(hundred), theirs);
    await lab.stopAll();
    const yardsticks = [{ what: "10 steps at once", value: small }, ...(dbos ? [{ what: "DBOS 5.3.0, 100 at once", value: peer }] : [])];
    return [
      {
        id: "R6",
        what: "100 durable steps at once, p50",
        value: large,
        unit: "ms",
        goal: "≤ 3 × the time of 10",
        reached: large <= 3 * small,
        yardsticks,
      },
    ];
  },
};
