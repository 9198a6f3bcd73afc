import { setTimeout } from "node:timers/promises";
import type { Scenario } from "../../codegen/testing/play-fixture.ts";

/** Where a workflow can be triggered, and with what key. */
export interface Site {
  readonly url: string;
  readonly key: string;
}

export type Ending = { readonly result: unknown } | { readonly failed: true };

interface RunView {
  readonly status: string;
  readonly result?: unknown;
  readonly waits: readonly { readonly node: string; readonly url?: string }[];
}

const PATIENCE_MS = 60_000;

/** Triggers a workflow over HTTP, answers what it waits for as the scenario says, and gives its end. */
export async function playCase(site: Site, name: string, scenario: Scenario): Promise<Ending> {
  const runId = await begin(site, name, scenario);
  return typeof runId === "string" ? follow(site, runId, scenario) : runId;
}

/** The id of the run that goes on, or how it has ended. */
export async function begin(site: Site, name: string, scenario: Scenario): Promise<string | Ending> {
  const { body, query, payload } = partsOf(scenario.input);
  const search = new URLSearchParams(query).toString();
  const response = await call(site, "POST", `/api/triggers/${name}${search === "" ? "" : `?${search}`}`, body ?? payload);
  const answer = response.status === 204 ? null : ((await response.json()) as unknown);
  if (response.status === 202) return (answer as { run: { id: string } }).run.id;
  if (response.status === 500) return { failed: true };
  if (response.status >= 400) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return { result: answer };
}

/** Answers what a run waits for until it has ended. */
export async function follow(site: Site, runId: string, scenario: Scenario): Promise<Ending> {
  const answered = new Set<string>();
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await setTimeout(50)) {
    const run = (await (await call(site, "GET", `/api/runs/${runId}`)).json()) as RunView;
    if (run.status === "completed") return { result: run.result ?? null };
    if (run.status === "failed") return { failed: true };
    for (const { node, url = "" } of run.waits) {
      const answer = scenario.waits?.[node];
      if (answered.has(url) || answer === undefined || answer === "timeout") continue;
      answered.add(url);
      // The time of an answer is the server's to say.
      const { at: _, ...given } = answer as { at?: string };
      await call({ url: "", key: site.key }, "POST", url, given);
    }
  }
  throw new Error(`${runId} has not ended after ${PATIENCE_MS} ms.`);
}

async function call(site: Site, method: string, path: string, json?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${site.key}`, "content-type": "application/json" };
  return fetch(`${site.url}${path}`, { method, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
}

function partsOf(input: unknown): { body?: unknown; query: Record<string, string>; payload?: unknown } {
  const parts = typeof input === "object" && input !== null ? (input as { body?: unknown; query?: Record<string, string> }) : {};
  return "body" in parts ? { body: parts.body, query: parts.query ?? {} } : { query: {}, payload: input };
}
