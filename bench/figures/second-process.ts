import type { Bench } from "../figure.ts";
import type { Contender } from "../contender.ts";
import { makeChain } from "../make-graph.ts";
import { alternate, time } from "../measure.ts";

const STEPS = 10;
const CONCURRENCY = 20;

/** R8: a second process on the same database, its half of the same load. */
export const secondProcessBench: Bench = {
  ids: ["R8"],
  async run(lab) {
    const database = await lab.createDatabase({ migrate: true });
    const env = { DATABASE_URL: database };
    const [one, two] = [lab.start("weft", { env }), lab.start("weft", { env })];
    const version = await one.call<string>("publish", makeChain(STEPS));
    await two.call("result", { version, input: { body: { id: 1, total: 1 } } });
    const [rawOne, rawTwo] = [await lab.startRawQueue(), await lab.startRawQueue()];
    const total = lab.quick ? 60 : 160;
    const ours = (who: Contender, share: number) => who.call("run", { version, input: { body: { id: 1, total: 1 } }, total: total * share, concurrency: CONCURRENCY * share });
    const floor = (who: Contender, share: number) => who.call("commits", { steps: STEPS, total: total * share, concurrency: CONCURRENCY * share });
    const perSecond = (ms: number) => (total * STEPS * 1_000) / ms;
    const measure = (work: () => Promise<unknown>) => async () => perSecond(await time(work));
    const alone = measure(() => ours(one, 1));
    const both = measure(() => Promise.all([ours(one, 0.5), ours(two, 0.5)]));
    const floorAlone = measure(() => floor(rawOne, 1));
    const floorBoth = measure(() => Promise.all([floor(rawOne, 0.5), floor(rawTwo, 0.5)]));
    await alternate(2, alone, both);
    const [single = NaN, double = NaN, floorSingle = NaN, floorDouble = NaN] = await alternate(lab.rounds, alone, both, floorAlone, floorBoth);
    await lab.stopAll();
    return [
      { id: "R8", what: "durable steps a second, two processes", value: double, unit: "/s", goal: "≥ 1.6 × one", reached: double >= 1.6 * single, yardsticks: [{ what: "one process", value: single }] },
      { id: "R8", what: "bare commits a second, two processes", value: floorDouble, unit: "/s", goal: "what the machine gives", yardsticks: [{ what: "one process", value: floorSingle }] },
    ];
  },
};
