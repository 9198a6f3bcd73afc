import type { Bench } from "../figure.ts";
import { callMany, type Load } from "../load.ts";
import { makeWebhook } from "../make-graph.ts";
import { type Figure, median } from "../measure.ts";
import { startServer } from "../start-server.ts";

/** Workflows a second of n8n 2.40.7's default engine, the better end of what was measured on a machine of this kind. */
const N8N_PER_SECOND = 21;
const DBOS_PER_SECOND = 320;

/** R1 and R2: a webhook that sets and responds, through the real HTTP server, its run kept; beside it the others behind a bare node:http. */
export const webhookBench: Bench = {
  ids: ["R1", "R2"],
  async run(lab) {
    const database = await lab.createDatabase({ migrate: true });
    const [publisher, routes, dbos, stock, echo] = [
      lab.start("weft", { env: { DATABASE_URL: database, WEFT_BENCH_DELIVER: "false" } }),
      lab.start("weft-routes", { env: { DATABASE_URL: await lab.createDatabase({ migrate: true }), WEFT_RATE_LIMIT: "1000000" } }),
      await lab.startDbos(),
      await lab.startStockSdk(),
      lab.start("echo"),
    ];
    await publisher.call("publish", makeWebhook());
    await publisher.stop();
    await routes.call("publish", makeWebhook());
    const server = await startServer(lab, database);
    try {
      const targets = {
        weft: { url: `${server.url}/api/triggers/webhook`, total: lab.quick ? 300 : 600 },
        routes: { url: await routes.call<string>("url"), total: lab.quick ? 300 : 600 },
        ...(dbos ? { dbos: { url: await dbos.call<string>("url"), total: lab.quick ? 300 : 600 } } : {}),
        stock: { url: await stock.call<string>("url"), total: lab.quick ? 30 : 60 },
        echo: { url: await echo.call<string>("url"), total: 1_000 },
      };
      const seen = new Map<string, { ten: Load[]; one: Load[] }>();
      for (let round = -1; round < lab.rounds; round++) {
        for (const [name, { url, total }] of Object.entries(targets)) {
          const ten = await callMany(url, { total, concurrency: 10 });
          const one = await callMany(url, { total: Math.ceil(total / 6), concurrency: 1 });
          const loads = seen.get(name) ?? { ten: [], one: [] };
          seen.set(name, loads);
          // The first round warms all of them up.
          if (round < 0) continue;
          loads.ten.push(ten);
          loads.one.push(one);
        }
      }
      const rate = (name: string) => median(seen.get(name)?.ten.map(({ perSecond }) => perSecond) ?? []);
      const wait = (name: string) => median(seen.get(name)?.one.map(({ p50 }) => p50) ?? []);
      const weft = rate("weft");
      const peer = dbos ? rate("dbos") : DBOS_PER_SECOND;
      const figures: Figure[] = [
        {
          id: "R1",
          what: "webhook → set → respond, run kept, 10 at once",
          value: weft,
          unit: "/s",
          goal: "≥ 10 × n8n (210/s), ≥ 1 × DBOS",
          reached: weft >= 10 * N8N_PER_SECOND && weft >= peer,
          yardsticks: [
            { what: dbos ? "DBOS 5.3.0, one durable step, node:http" : "DBOS 5.3.0, quoted", value: peer },
            { what: "Weft's routes on node:http, without Next", value: rate("routes") },
            { what: "n8n 2.40.7, default engine, quoted", value: N8N_PER_SECOND },
            { what: "Workflow SDK 4.8.9 as it comes, node:http", value: rate("stock") },
            { what: "node:http echo, nothing kept", value: rate("echo") },
          ],
        },
        {
          id: "R2",
          what: "the same, one at a time, p50",
          value: wait("weft"),
          unit: "ms",
          goal: "≤ 10 ms",
          reached: wait("weft") <= 10,
          yardsticks: [
            ...(dbos ? [{ what: "DBOS 5.3.0, one durable step, node:http", value: wait("dbos") }] : []),
            { what: "Weft's routes on node:http, without Next", value: wait("routes") },
            { what: "Workflow SDK 4.8.9 as it comes, node:http", value: wait("stock") },
            { what: "node:http echo, nothing kept", value: wait("echo") },
          ],
        },
      ];
      return figures;
    } finally {
      await server.stop();
      await lab.stopAll();
    }
  },
};
