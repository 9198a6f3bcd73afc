import { expect, it } from "vitest";
import { compile } from "../../codegen/index.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { addServices } from "../plugins/load-catalog.ts";
import { acme } from "../services/acme-for-test.ts";
import { buildProject } from "./build-project.ts";
import { compiled, exportCatalog, exportSources } from "./workflows-for-test.ts";

function build(...steps: { kind: string; connection?: string; config: object }[]): () => unknown {
  const nodes = steps.map((step, index) => ({ id: `step${index}`, ...step }));
  const graph = {
    weft: 1,
    name: "asking",
    nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }, ...nodes],
    edges: nodes.map(({ id }, index) => ({ id: `e${index}`, source: index === 0 ? "input" : `step${index - 1}`, target: id })),
  } as Graph;
  return () => buildProject([compiled(graph)], { catalog: exportCatalog, sources: exportSources });
}

const reading = (name: string): (() => unknown) =>
  build({ kind: "http.request", config: { url: `https://example.com/{{ env.${name} }}` } });
const posting = (connection: string): { kind: string; connection: string; config: object } => ({
  kind: "slack.sendMessage",
  connection,
  config: { channel: "C1", text: "hi" },
});

it.each(["WORKFLOWS_API_KEY", "WORKFLOWS_LINK_SECRET", "WORKFLOWS_PUBLIC_URL", "CRON_SECRET"])(
  "keeps the project's own %s from a workflow, which would send it to others",
  (name) => {
    expect(reading(name)).toThrow(`${name} would be two things in the project's environment: a variable, and what the project reads`);
  },
);

it.each(["NODE_ENV", "NODE_OPTIONS", "PORT", "HOST", "HOSTNAME", "PATH", "VERCEL", "VERCEL_URL", "NEXT_PUBLIC_X", "WORKFLOW_TARGET_WORLD"])(
  "refuses a variable called %s, which is the platform's",
  (name) => {
    expect(reading(name)).toThrow(expect.objectContaining({ code: "invalid_input", hint: "Rename the variable that asking reads." }));
  },
);

it.each(["API_KEY", "LINK_SECRET", "PUBLIC_URL", "SHOP_HOST", "REPORT"])("lets a workflow have a variable called %s", (name) => {
  expect(reading(name)).not.toThrow();
});

it("refuses a variable that is a service's credential, which would be kept with a run", () => {
  const url = "https://example.com/{{ env.SLACK_BOT_TOKEN }}";
  const { connection: _, ...post } = posting("none");
  expect(build(post, { kind: "http.request", config: { url } })).toThrow("a variable, and the credential of Slack");
});

it.each([
  ["team-slack", "team_slack"],
  ["team-slack", "teamSlack"],
  ["команда", "работа"],
])("refuses the connections %s and %s in one project, which one variable would give the credential of", (one, other) => {
  expect(build(posting(one), posting(other))).toThrow(
    expect.objectContaining({ code: "invalid_input", message: expect.stringContaining(`"${one}" and "${other}" would both be read from`) }),
  );
  expect(build(posting(one), posting(one))).not.toThrow();
});

it("refuses a service whose credential is read from the project's own variables", () => {
  const catalog = addServices(exportCatalog, [{ ...acme("https://acme.example.com"), name: "workflows" }]);
  const graph: Graph = {
    weft: 1,
    name: "asking",
    nodes: [
      { id: "input", kind: "trigger", config: { on: "manual" } },
      { id: "orders", kind: "workflows.listOrders", config: { limit: 1 } },
    ],
    edges: [{ id: "e", source: "input", target: "orders" }],
  };
  const result = compile(graph, catalog);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  expect(() => buildProject([{ graph, ...result }], { catalog, sources: exportSources })).toThrow(
    expect.objectContaining({ hint: "Rename the service.", message: expect.stringMatching(/^WORKFLOWS_\w+ would be two things/) }),
  );
});
