import type { Bench } from "../figure.ts";
import type { Contender } from "../contender.ts";
import type { Lab } from "../lab.ts";
import { makeChain } from "../make-graph.ts";
import { alternate, type Figure, time } from "../measure.ts";

const STEPS = 10;
const INPUT = { body: { id: 1, total: 1 } };

/** R8: a second process on the same database. Once where steps only cost processor time, and once where they wait, as calls of others do. */
export const secondProcessBench: Bench = {
  ids: ["R8"],
  run: async (lab) => [await compareWaiting(lab), ...(await compareBusy(lab))],
};

/** Workers on one database, warm; `version` is a chain of STEPS. */
async function startWorkers(
  lab: Lab,
  count: number,
  env: Readonly<Record<string, string>>,
): Promise<{ workers: Contender[]; version: string }> {
  const database = await lab.createDatabase({ migrate: true });
  const workers = Array.from({ length: count }, () => lab.start("weft", { env: { DATABASE_URL: database, ...env } }));
  const version = (await workers[0]?.call<string>("publish", makeChain(STEPS))) ?? "";
  for (const worker of workers) await worker.call("result", { version, input: INPUT });
  return { workers, version };
}

/** Steps of 50 ms, 20 runs held by a process at once, every run started at the first process: the second takes what the first has no room for. */
async function compareWaiting(lab: Lab): Promise<Figure> {
  const env = { WEFT_BENCH_STEPS: "50", WEFT_BENCH_CONCURRENCY: "20" };
  const [one, two] = [await startWorkers(lab, 1, env), await startWorkers(lab, 2, env)];
  const total = lab.quick ? 80 : 160;
  const rate =
    ({ workers, version }: typeof one) =>
    async () =>
      (total * STEPS * 1_000) / ((await workers[0]?.call<number>("queue", { version, input: INPUT, total })) ?? NaN);
  const [single = NaN, double = NaN] = await alternate(lab.quick ? 3 : 5, rate(one), rate(two));
  await lab.stopAll();
  return {
    id: "R8",
    what: "durable steps of 50 ms a second, 20 runs held a process, two processes",
    value: double,
    unit: "/s",
    goal: "≥ 1.6 × one",
    reached: double >= 1.6 * single,
    yardsticks: [{ what: "one process", value: single }],
  };
}

/** Steps that do nothing: as many as the processors allow, Postgres's share included. */
async function compareBusy(lab: Lab): Promise<Figure[]> {
  const [one, two] = [await startWorkers(lab, 1, {}), await startWorkers(lab, 2, {})];
  const [raw, another] = [await lab.startRawQueue(), await lab.startRawQueue()];
  const total = lab.quick ? 60 : 160;
  const measure = (command: string, workers: readonly Contender[], argument: object) => async () => {
    const share = { total: total / workers.length, concurrency: 20 / workers.length, ...argument };
    return (total * STEPS * 1_000) / (await time(() => Promise.all(workers.map((worker) => worker.call(command, share)))));
  };
  const ours = [
    measure("run", one.workers, { version: one.version, input: INPUT }),
    measure("run", two.workers, { version: two.version, input: INPUT }),
  ];
  const floor = [measure("commits", [raw], { steps: STEPS }), measure("commits", [raw, another], { steps: STEPS })];
  await alternate(2, ...ours);
  const [single = NaN, double = NaN, floorSingle = NaN, floorDouble = NaN] = await alternate(lab.rounds, ...ours, ...floor);
  await lab.stopAll();
  return [
    {
      id: "R8",
      what: "durable steps a second that do nothing, two processes",
      value: double,
      unit: "/s",
      goal: "≥ 1.6 × one",
      reached: double >= 1.6 * single,
      yardsticks: [{ what: "one process", value: single }],
    },
    {
      id: "R8",
      what: "bare commits a second, two processes",
      value: floorDouble,
      unit: "/s",
      goal: "",
      yardsticks: [{ what: "one process", value: floorSingle }],
    },
  ];
}
