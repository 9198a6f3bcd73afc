import { writeFile } from "node:fs/promises";
import { testFromRun } from "../../lib/run-tests/test-from-run.ts";
import { withServer } from "../open-server.ts";
import { print } from "../print.ts";

/** `weft test from-run`: a finished run as a Vitest file of an exported project, on standard output or into a file. */
export async function testFromRunCommand(run: string, options: { out?: string }): Promise<void> {
  const { name, text } = await withServer({ deliver: false }, ({ server, access }) => testFromRun(server, access, run));
  if (options.out === undefined) return print(text);
  await writeFile(options.out, text);
  console.error(`${options.out}: put it into tests/ of the exported project, as ${name} for example, and run npm test there.`);
}
