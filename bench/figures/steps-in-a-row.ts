import type { Contender } from "../contender.ts";
import type { Bench } from "../figure.ts";
import { makeChain } from "../make-graph.ts";
import { alternate, type Figure, median } from "../measure.ts";
import type { Timing } from "../serve-contender.ts";

const STEPS = 40;

/** R3: durable steps one after another in one run, beside everything that also keeps each of them. */
export const stepsInARowBench: Bench = {
  ids: ["R3"],
  async run(lab) {
    const [weft, dbos, stock, raw] = [await lab.startWeft(), await lab.startDbos(), await lab.startStockSdk(), await lab.startRawQueue()];
    const version = await weft.call<string>("publish", makeChain(STEPS));
    const total = lab.quick ? 3 : 5;
    const p50 = async (contender: Contender, command: string, argument: object) =>
      median((await contender.call<Timing>(command, { total, concurrency: 1, ...argument })).each);
    const work = {
      weft: () => p50(weft, "run", { version, input: { body: { id: 1, total: 1 } } }),
      commits: () => p50(raw, "commits", { steps: STEPS }),
      jobs: () => p50(raw, "jobs", { steps: STEPS }),
      stock: () => p50(stock, "sequence", { steps: STEPS, total: 1 }),
      ...(dbos ? { dbos: () => p50(dbos, "sequence", { steps: STEPS }) } : {}),
    };
    await alternate(2, work.weft, work.commits, work.jobs, ...(work.dbos ? [work.dbos] : []));
    const [value = NaN, commits = NaN, jobs = NaN, sdk = NaN, peer] = await alternate(lab.rounds, ...Object.values(work));
    await lab.stopAll();
    const goal = peer ?? 86;
    const yardsticks = [
      { what: peer === undefined ? "DBOS 5.3.0, quoted" : "DBOS 5.3.0", value: goal },
      { what: "40 commits, bare driver", value: commits },
      { what: "40 jobs, Graphile Worker", value: jobs },
      { what: "Workflow SDK 4.8.9 as it comes", value: sdk },
    ];
    const figure: Figure = {
      id: "R3",
      what: "40 durable steps in a row, p50",
      value,
      unit: "ms",
      goal: "≤ 1 × DBOS",
      reached: value <= goal,
      yardsticks,
    };
    return [figure];
  },
};
