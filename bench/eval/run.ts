/** `npm run eval -- --model <model>`: asks a model for sixty workflows and says how many are right. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROVIDER_NAMES, PROVIDERS } from "../../plugins/ai/providers.ts";
import type { Provider } from "../../plugins/ai/providers.ts";
import { evalFile } from "./case.ts";
import { evaluate } from "./evaluate.ts";
import type { Outcome } from "./evaluate.ts";
import { openLab } from "./open-lab.ts";
import { printReport, summarize } from "./summarize.ts";

const USAGE = `npm run eval -- --model <model> [--provider ${PROVIDER_NAMES.join("|")}] [--base-url <address>] [--only <id>,…] [--json <file>]
The key is the provider's own environment variable, for example OPENAI_API_KEY.`;

const { values } = parseArgs({
  options: {
    model: { type: "string" },
    provider: { type: "string", default: "gateway" },
    "base-url": { type: "string" },
    only: { type: "string" },
    json: { type: "string" },
  },
});
const name = PROVIDER_NAMES.find((known) => known === values.provider);
if (values.model === undefined || name === undefined) stop(USAGE);
const provider: Provider = PROVIDERS[name];
if (provider.keyless !== true && !process.env[provider.keyVariable]) stop(`${provider.keyVariable} is not set.\n${USAGE}`);
process.env["AI_PROVIDER"] = name;
process.env["AI_MODEL"] = values.model;
if (values["base-url"] !== undefined) process.env[provider.baseUrlVariable] = values["base-url"];

const { graphs, cases } = evalFile.parse(JSON.parse(await readFile(join(import.meta.dirname, "prompts.json"), "utf8")));
const only = values.only?.split(",");
const wanted = cases.filter(({ id }) => only?.includes(id) ?? true);
if (wanted.length === 0) stop(`There is no case ${values.only}.`);

const lab = await openLab();
const outcomes: Outcome[] = [];
try {
  for (const asked of wanted) {
    const outcome = await evaluate(lab.server, lab.access, lab.stubs, asked, asked.graph === undefined ? undefined : graphs[asked.graph]);
    outcomes.push(outcome);
    console.error(`${outcome.passed ? "pass" : "FAIL"} ${asked.id}`);
  }
} finally {
  await lab.close();
}
console.log(printReport(values.model, outcomes));
if (values.json !== undefined) {
  await writeFile(
    values.json,
    `${JSON.stringify({ model: values.model, provider: name, summary: summarize(outcomes), outcomes }, null, 2)}\n`,
  );
}
// The answer is printed; sockets to the model may stay open for a while.
process.exit(0);

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
