import type { Bench } from "../figure.ts";
import { cpuTime } from "../cpu-time.ts";
import type { Lab } from "../lab.ts";
import { callMany } from "../load.ts";
import { makeWebhook } from "../make-graph.ts";
import { type Figure, median, type Yardstick } from "../measure.ts";
import { startServer } from "../start-server.ts";

/** Workflows a second of n8n 2.40.7's default engine, the better end of what was measured on a machine of this kind. */
const N8N_PER_SECOND = 21;
const DBOS_PER_SECOND = 320;

/** A server that answers the same call: what it is called in the table, where it listens, its process, and how many calls make a round. */
interface Target {
  readonly what: string;
  readonly url: string;
  readonly pid: number;
  readonly total: number;
}

interface Seen {
  readonly perSecond: number[];
  readonly p50: number[];
  /** Milliseconds of the process's processor time for one call. */
  readonly cpu: number[];
}

/** R1 and R2: a webhook that sets and responds, through the real HTTP server, its run kept; beside it the others behind a bare node:http. */
export const webhookBench: Bench = {
  ids: ["R1", "R2"],
  async run(lab) {
    const { targets, stop } = await startTargets(lab);
    try {
      const seen = await callInTurn(targets, lab.rounds);
      const of = (index: number, key: keyof Seen) => median(seen[index]?.[key] ?? []);
      const weft = of(0, "perSecond");
      const hasDbos = targets.some(({ what }) => what.startsWith("DBOS"));
      const others = (key: keyof Seen): Yardstick[] => targets.slice(1).map(({ what }, index) => ({ what, value: of(index + 1, key) }));
      const quoted = hasDbos ? [] : [{ what: "DBOS 5.3.0, one durable step, quoted", value: DBOS_PER_SECOND }];
      const peer = hasDbos ? of(1, "perSecond") : DBOS_PER_SECOND;
      const figures: Figure[] = [
        {
          id: "R1",
          what: "webhook → set → respond, run kept, 10 at once",
          value: weft,
          unit: "/s",
          goal: "≥ 10 × n8n (210/s), ≥ 1 × DBOS",
          reached: weft >= 10 * N8N_PER_SECOND && weft >= peer,
          yardsticks: [...quoted, ...others("perSecond"), { what: "n8n 2.40.7, default engine, quoted", value: N8N_PER_SECOND }],
        },
        {
          id: "R1",
          what: "processor time of the server's process for one call of those",
          value: of(0, "cpu"),
          unit: "ms",
          goal: "",
          yardsticks: others("cpu"),
        },
        {
          id: "R2",
          what: "the same, one at a time, p50",
          value: of(0, "p50"),
          unit: "ms",
          goal: "≤ 10 ms",
          reached: of(0, "p50") <= 10,
          yardsticks: others("p50"),
        },
      ];
      return figures;
    } finally {
      await stop();
    }
  },
};

async function startTargets(lab: Lab): Promise<{ targets: Target[]; stop: () => Promise<void> }> {
  const [database, another] = [await lab.createDatabase({ migrate: true }), await lab.createDatabase({ migrate: true })];
  const publisher = lab.start("weft", { env: { DATABASE_URL: database, WEFT_BENCH_DELIVER: "false" } });
  await publisher.call("publish", makeWebhook());
  await publisher.stop();
  const routes = lab.start("weft-routes", { env: { DATABASE_URL: another, WEFT_RATE_LIMIT: "1000000" }, nodeArguments: lab.profiling });
  await routes.call("publish", makeWebhook());
  const [dbos, stock, echo] = [await lab.startDbos(), await lab.startStockSdk(), lab.start("echo")];
  const server = await startServer(lab, database);
  const many = lab.quick ? 300 : 600;
  const targets: Target[] = [{ what: "Weft", url: `${server.url}/api/triggers/webhook`, pid: server.pid, total: many }];
  const add = async (what: string, contender: typeof echo, total: number) =>
    targets.push({ what, url: await contender.call<string>("url"), pid: contender.pid, total });
  if (dbos) await add("DBOS 5.3.0, one durable step, node:http", dbos, many);
  await add("Weft's routes on node:http, without Next", routes, many);
  await add("Workflow SDK 4.8.9 as it comes, node:http", stock, many / 10);
  await add("node:http echo, nothing kept", echo, 1_000);
  const stop = async () => {
    await server.stop();
    await lab.stopAll();
  };
  return { targets, stop };
}

async function callInTurn(targets: readonly Target[], rounds: number): Promise<Seen[]> {
  const seen = targets.map((): Seen => ({ perSecond: [], p50: [], cpu: [] }));
  // The first round warms all of them up.
  for (let round = -1; round < rounds; round++) {
    for (const [index, { url, pid, total }] of targets.entries()) {
      const before = await cpuTime(pid);
      const many = await callMany(url, { total, concurrency: 10 });
      const spent = (await cpuTime(pid)) - before;
      const single = await callMany(url, { total: Math.ceil(total / 6), concurrency: 1 });
      if (round < 0) continue;
      seen[index]?.perSecond.push(many.perSecond);
      seen[index]?.p50.push(single.p50);
      seen[index]?.cpu.push(spent / total);
    }
  }
  return seen;
}
