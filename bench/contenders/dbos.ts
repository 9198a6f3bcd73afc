import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";

import { runMany, serveContender } from "../serve-contender.ts";

/** As much of DBOS's interface as is used: it is installed beside, never with, this repository. */
interface Dbos {
  setConfig(config: { name: string; systemDatabaseUrl: string; logLevel: string }): void;
  launch(): Promise<void>;
  shutdown(): Promise<void>;
  registerWorkflow<A extends unknown[], R>(work: (...args: A) => Promise<R>, options: { name: string }): (...args: A) => Promise<R>;
  runStep<R>(work: () => Promise<R>, options: { name: string }): Promise<R>;
}

const { DBOS } = createRequire(join(process.env["WEFT_BENCH_DBOS"] ?? "", "package.json"))("@dbos-inc/dbos-sdk") as { DBOS: Dbos };

DBOS.setConfig({ name: "bench", systemDatabaseUrl: process.env["DATABASE_URL"] ?? "", logLevel: "error" });
const step = () => DBOS.runStep(async () => 1, { name: "step" });
const sequence = DBOS.registerWorkflow(
  async (steps: number) => {
    for (let index = 0; index < steps; index++) await step();
    return steps;
  },
  { name: "sequence" },
);
const parallel = DBOS.registerWorkflow(async (steps: number) => (await Promise.all(Array.from({ length: steps }, step))).length, {
  name: "parallel",
});
const webhook = DBOS.registerWorkflow(
  async (body: { id: number }) => {
    const order = await DBOS.runStep(async () => ({ id: body.id, ok: true }), { name: "set" });
    return order;
  },
  { name: "webhook" },
);
await DBOS.launch();

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const result = await webhook(JSON.parse(Buffer.concat(chunks).toString()) as { id: number });
  response.setHeader("content-type", "application/json").end(JSON.stringify(result));
});
server.listen(0, "127.0.0.1");

serveContender(
  {
    sequence: ({ steps, total, concurrency }) => runMany(total, concurrency, () => sequence(steps)),
    parallel: ({ steps, total, concurrency }) => runMany(total, concurrency, () => parallel(steps)),
    // The server listens on a TCP port.
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  },
  () => DBOS.shutdown(),
);
