import { inferOutput } from "../../lib/types/infer-output.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";

export interface InferTypesOptions {
  /** A file with a list of samples, or `-`. */
  readonly samples?: string;
  readonly json?: boolean;
}

/** `weft types infer`: what a node gives, from its finished runs or from samples. */
export async function inferTypesCommand(workflow: string, node: string, options: InferTypesOptions): Promise<void> {
  const samples = options.samples === undefined ? undefined : await readSamples(options.samples);
  const found = await withServer({ deliver: false }, ({ server, access }) => inferOutput(server, access, workflow, { node, samples }));
  if (options.json) return printJson(found);
  const from = found.samples === 1 ? "one sample" : `${found.samples} samples`;
  await print(`${found.node} (from ${from}): ${found.type}\n\n${found.place}: ${JSON.stringify(found.schema, null, 2)}`);
}

async function readSamples(file: string): Promise<unknown[]> {
  const value = parseJson(await readText(file), file);
  if (Array.isArray(value) && value.length > 0) return value;
  throw new UsageError(`${file} is no list of samples`, 'Write a JSON array with what the node gave: [{ "id": 1 }, { "id": 2 }]');
}
