import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { examplesFor } from "../examples/examples-for.ts";
import { local } from "../lib/keys/access.ts";
import { authenticate } from "../lib/keys/authenticate.ts";
import { createKey } from "../lib/keys/create-key.ts";
import type { Server } from "../lib/running-server.ts";
import { curlLine } from "../lib/triggers/curl-line.ts";
import { triggerPath } from "../lib/workflows/present.ts";
import { publishWorkflow } from "../lib/workflows/publish-workflow.ts";
import { mark } from "./print.ts";

/** Publishes the example workflows and prints a `curl` line for each that works when pasted. */
export async function publishExamples(server: Server, where: { demoUrl: string; url: string; dataDir: string }): Promise<void> {
  const access = local(server.workspaceId);
  const published = [];
  for (const { graph, payload } of examplesFor(where.demoUrl)) {
    const { workflow } = await publishWorkflow(server, access, graph);
    published.push({ workflow, payload });
  }
  const key = await startKey(server, where.dataDir);
  for (const { workflow, payload } of published) {
    console.log(`\n${mark("bold", workflow)}`);
    console.log(curlLine({ url: `${where.url}${triggerPath(workflow, server.workspaceId)}`, key, body: payload }));
  }
}

/** The key in the printed lines: the same at every start, kept where only the owner of the data folder reads it. */
async function startKey(server: Server, dataDir: string): Promise<string> {
  const file = join(dataDir, "start-key");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept !== "" && (await isValid(server, kept))) return kept;
  const { key } = await createKey(server, local(server.workspaceId), { name: "npm start" });
  await writeFile(file, key, { mode: 0o600 });
  return key;
}

async function isValid(server: Server, key: string): Promise<boolean> {
  const request = new Request("http://localhost/", { headers: { authorization: `Bearer ${key}` } });
  return authenticate(server, request).then(
    () => true,
    () => false,
  );
}
