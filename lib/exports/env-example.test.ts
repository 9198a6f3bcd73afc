import { expect, it } from "vitest";
import type { Graph } from "../../codegen/schema/graph.ts";
import { printEnvExample } from "./env-example.ts";
import { neededCredentials } from "./workflow-facts.ts";
import { compiled, exportCatalog } from "./workflows-for-test.ts";

function namesFor(trigger: object, ...steps: { kind: string; connection?: string; config: object }[]): string[] {
  const nodes = steps.map((step, index) => ({ id: `step${index}`, ...step }));
  const graph = {
    weft: 1,
    name: "asked",
    nodes: [{ id: "input", kind: "trigger", config: trigger }, ...nodes],
    edges: nodes.map(({ id }, index) => ({ id: `e${index}`, source: index === 0 ? "input" : `step${index - 1}`, target: id })),
  } as Graph;
  const workflow = compiled(graph);
  const text = printEnvExample([workflow], neededCredentials([workflow], exportCatalog));
  return text.match(/^(?:# )?[A-Z_]+=$/gm) ?? [];
}

const get = { kind: "http.request", config: { url: "https://example.com" } };

it("names the key alone for a workflow that needs nothing else", () => {
  expect(namesFor({ on: "http" }, get)).toEqual(["WORKFLOWS_API_KEY="]);
});

it("names a service's credential, what is optional as a comment, and what renews an OAuth token", () => {
  expect(namesFor({ on: "manual" }, { kind: "slack.sendMessage", config: { channel: "C1", text: "hi" } })).toEqual([
    "WORKFLOWS_API_KEY=",
    "SLACK_BOT_TOKEN=",
    "# SLACK_BASE_URL=",
    "# SLACK_REFRESH_TOKEN=",
    "# SLACK_CLIENT_ID=",
    "# SLACK_CLIENT_SECRET=",
  ]);
});

it("names a connection's variables by its alias, each connection once", () => {
  const step = { kind: "perplexity.ask", connection: "my-answers", config: { prompt: "why?" } };
  expect(namesFor({ on: "manual" }, step, step)).toEqual([
    "WORKFLOWS_API_KEY=",
    "CONNECTION_MY_ANSWERS_TOKEN=",
    "# CONNECTION_MY_ANSWERS_BASE_URL=",
  ]);
});

it("names an HTTP credential only where a request says how it is sent", () => {
  expect(namesFor({ on: "manual" }, { ...get, config: { ...get.config, auth: "bearer" } })).toContain("# HTTP_TOKEN=");
});

it("names what schedules, waits and variables need", () => {
  const names = namesFor(
    { on: "schedule", cron: "0 7 * * *" },
    { kind: "http.request", config: { url: "https://{{ env.SHOP_HOST }}/" } },
    { kind: "control.approval", config: { message: "Well?" } },
  );
  expect(names).toEqual(["WORKFLOWS_API_KEY=", "CRON_SECRET=", "WORKFLOWS_LINK_SECRET=", "# WORKFLOWS_PUBLIC_URL=", "SHOP_HOST="]);
});
