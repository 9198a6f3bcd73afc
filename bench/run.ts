import { parseArgs } from "node:util";

import type { Bench } from "./figure.ts";
import { byHandBench } from "./figures/by-hand.ts";
import { checkBench } from "./figures/check.ts";
import { compileBench } from "./figures/compile.ts";
import { fanOutBench } from "./figures/fan-out.ts";
import { fullDatabaseBench } from "./figures/full-database.ts";
import { killBench } from "./figures/kill.ts";
import { longRunBench } from "./figures/long-run.ts";
import { publishBench } from "./figures/publish.ts";
import { pureNodesBench } from "./figures/pure-nodes.ts";
import { secondProcessBench } from "./figures/second-process.ts";
import { stepsInARowBench } from "./figures/steps-in-a-row.ts";
import { typeCheckBench } from "./figures/type-check.ts";
import { typesAtBench } from "./figures/types-at.ts";
import { webhookBench } from "./figures/webhook.ts";
import { Lab } from "./lab.ts";
import { describeMachine } from "./machine.ts";
import type { Figure } from "./measure.ts";
import { printTable } from "./print-table.ts";

const BENCHES: readonly Bench[] = [
  webhookBench,
  stepsInARowBench,
  pureNodesBench,
  longRunBench,
  fanOutBench,
  byHandBench,
  secondProcessBench,
  killBench,
  fullDatabaseBench,
  compileBench,
  checkBench,
  typeCheckBench,
  typesAtBench,
  publishBench,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, long: { type: "boolean", default: false }, profile: { type: "string" } },
});
const wanted = new Set(positionals.map((id) => id.toUpperCase()));
const known = new Set(BENCHES.flatMap(({ ids }) => ids));
const unknown = [...wanted].filter((id) => !known.has(id));
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(", ")}; there are ${[...known].join(" ")}.`);
  process.exit(2);
}

console.log(describeMachine());
const began = Date.now();
const lab = await Lab.open(values);
const close = () => lab.close().finally(() => process.exit(130));
process.once("SIGINT", close).once("SIGTERM", close);
const figures: Figure[] = [];
let failed = 0;
try {
  for (const bench of BENCHES.filter(({ ids }) => wanted.size === 0 || ids.some((id) => wanted.has(id)))) {
    const start = Date.now();
    try {
      figures.push(...(await bench.run(lab)).filter(({ id }) => wanted.size === 0 || wanted.has(id)));
    } catch (error) {
      failed++;
      console.error(`${bench.ids.join(", ")} could not be measured:`, error);
      await lab.stopAll();
    }
    console.error(`${bench.ids.join(", ")}: ${((Date.now() - start) / 1_000).toFixed(0)} s`);
  }
} finally {
  await lab.close();
}
console.log(`\n${printTable(figures)}\n`);
console.log(`${describeMachine()}; measured in ${((Date.now() - began) / 1_000).toFixed(0)} s`);
process.exitCode = failed > 0 ? 1 : 0;
