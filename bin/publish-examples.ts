import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invariant } from "../codegen/invariant.ts";
import { parseGraph } from "../codegen/schema/parse-graph.ts";
import { examplesFor } from "../examples/examples-for.ts";
import type { Access } from "../lib/keys/access.ts";
import { local } from "../lib/keys/access.ts";
import { authenticate } from "../lib/keys/authenticate.ts";
import { createKey } from "../lib/keys/create-key.ts";
import type { Server } from "../lib/running-server.ts";
import { curlLine } from "../lib/triggers/curl-line.ts";
import { canonicalJson } from "../lib/workflows/outline.ts";
import { triggerPath } from "../lib/workflows/present.ts";
import { publishWorkflow } from "../lib/workflows/publish-workflow.ts";
import { findLiveWorkflow, findVersionText } from "../lib/workflows/store.ts";
import { mark } from "./print.ts";

/** Publishes the example workflows and prints a `curl` line for each that works when pasted. */
export async function publishExamples(server: Server, where: { demoUrl: string; url: string; dataDir: string }): Promise<void> {
  const access = local(server.workspaceId);
  const published = [];
  for (const { graph, payload } of examplesFor(where.demoUrl)) {
    const workflow = await publishExample(server, access, graph);
    if (workflow !== undefined) published.push({ workflow, payload });
  }
  const key = await startKey(server, where.dataDir);
  for (const { workflow, payload } of published) {
    console.log(`\n${mark("bold", workflow)}`);
    console.log(curlLine({ url: `${where.url}${triggerPath(workflow, server.workspaceId)}`, key, body: payload }));
  }
}

/** Its name, if it answers calls. An example that somebody changed or archived is theirs, and stays as it is. */
async function publishExample(server: Server, access: Access, document: unknown): Promise<string | undefined> {
  const parsed = parseGraph(document);
  invariant("graph" in parsed, "an example is no graph");
  const { graph } = parsed;
  const live = await findLiveWorkflow(server.database, access.workspaceId, graph.name);
  const published = live && (await findVersionText(server.database, live.versionId));
  const isOurs = published === undefined || withoutPort(published.graph) === withoutPort(graph);
  if (live?.archived || live?.enabled === false) return undefined;
  return isOurs ? (await publishWorkflow(server, access, graph)).workflow : graph.name;
}

/** The shop may be at another port at each start. */
function withoutPort(graph: unknown): string {
  return canonicalJson(graph).replaceAll(/127\.0\.0\.1:\d+/g, "shop");
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
