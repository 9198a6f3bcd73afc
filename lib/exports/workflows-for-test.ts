import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog as plugins } from "../../plugins/catalog.ts";
import type { PluginAction } from "../../plugins/kit/catalog.ts";
import { exampleInputs } from "../../plugins/kit/example-inputs.ts";
import { compile } from "../../codegen/index.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { jsonSchema } from "../../codegen/schema/json.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { graphOf, readFixtures } from "../../codegen/testing/read-fixture.ts";
import { testCatalog } from "../../codegen/testing/test-catalog.ts";
import { examplesFor } from "../../examples/examples-for.ts";
import { ROOT } from "../data-folder.ts";
import type { WorkspaceCatalog } from "../plugins/load-catalog.ts";
import { addServices } from "../plugins/load-catalog.ts";
import type { Sources } from "./sources.ts";
import { installedSources } from "./sources.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";

const render = testCatalog.actions.get("studio.render");
const installed = addServices(plugins, []);

/** The real catalog, and `studio.render` of the compiler's fixtures. */
export const exportCatalog: WorkspaceCatalog = {
  ...installed,
  actions: new Map([
    ...installed.actions,
    // Of a service without a credential.
    ...(render ? [[render.kind, { ...render, plugin: { name: "studio", label: "Studio", description: "", actions: [] } }] as const] : []),
  ]),
};

/** The real files, and the step of `studio.render`, which asks for a job until it is done. */
export const exportSources: Sources = {
  ...installedSources,
  read: (path) => (path === "plugins/studio/steps/render.ts" ? RENDER : installedSources.read(path)),
};

const RENDER = `import { request } from "../../http/steps/request.ts";
import type { Loose } from "../../kit/loose.ts";
import type { Pending } from "../../kit/pending.ts";
import { pending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";

/** Renders a video, which takes a while. */
export async function render<T = Loose>(
  input: { prompt: string },
  options: StepOptions = {},
): Promise<{ url: string; seconds: number; details: T } | Pending> {
  "use step";
  const { body } = await request({ method: "POST", url: "https://studio.example.com/render", body: { ...input, job: options.job } });
  return body.$pending ? pending(body.$pending.job, body.$pending.after) : body;
}
`;

/** The workflow that the fixture \`child\` calls: its input is none of a request's, and it responds. */
export const MAKE_INVOICE: Graph = {
  weft: 1,
  name: "makeInvoice",
  nodes: [
    { id: "input", kind: "trigger", config: { on: "http" } },
    { id: "made", kind: "http.request", config: { method: "POST", url: "https://api.example.com/invoices", body: "{{ input }}" } },
    { id: "done", kind: "control.return", config: { value: "{{ made.body }}", status: 201 } },
  ],
  edges: [
    { id: "e1", source: "input", target: "made" },
    { id: "e2", source: "made", target: "done" },
  ],
};

/** Compiles a graph; throws with what is wrong. */
export function compiled(graph: Graph): ProjectWorkflow {
  const result = compile(graph, exportCatalog);
  if (!result.ok) throw new Error(`${graph.name}: ${result.diagnostics.map(({ message }) => message).join(" ")}`);
  return { graph, source: result.source, steps: result.steps, variables: result.variables };
}

/** A named group of workflows that are exported together. */
export interface ExportCase {
  readonly name: string;
  readonly workflows: readonly [ProjectWorkflow, ...ProjectWorkflow[]];
}

/** Every fixture that is not about being wrong. */
export function fixtureCases(): ExportCase[] {
  return readFixtures()
    .filter(({ name }) => !name.startsWith("wrong-"))
    .map((fixture) => {
      const workflow = compiled(graphOf(fixture));
      const callee = fixture.name === "child" ? [compiled(MAKE_INVOICE)] : [];
      return { name: fixture.name, workflows: [workflow, ...callee] };
    });
}

/** Every example and every template. */
export function exampleCases(): ExportCase[] {
  const folder = join(ROOT, "lib", "templates", "graphs");
  const templates = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown);
  const examples = examplesFor("http://127.0.0.1:4010").map(({ graph }) => graph);
  return [...examples, ...templates].map((document) => {
    const parsed = parseGraph(document);
    if (!("graph" in parsed)) throw new Error(JSON.stringify(parsed.diagnostics));
    return { name: parsed.graph.name, workflows: [compiled(parsed.graph)] };
  });
}

/** A workflow for each service, with a step for each of its actions. */
export function serviceCases(): ExportCase[] {
  return [...plugins.plugins.values()].map((plugin) => {
    const actions = [...plugins.actions.values()].filter((action) => action.plugin === plugin);
    const nodes = actions.map(stepOf);
    const graph: Graph = {
      weft: 1,
      name: `${plugin.name}Everything`,
      nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }, ...nodes],
      edges: nodes.map(({ id }, index) => ({ id: `e${index}`, source: index === 0 ? "input" : (nodes[index - 1]?.id ?? ""), target: id })),
    };
    return { name: plugin.name, workflows: [compiled(graph)] };
  });
}

function stepOf(action: PluginAction, index: number): Graph["nodes"][number] {
  const definition = action.plugin.actions.find(({ name }) => `${action.plugin.name}.${name}` === action.kind);
  const [example] = definition ? exampleInputs(definition) : [];
  const config = Object.fromEntries(Object.entries(example?.input ?? {}).map(([name, value]) => [name, jsonSchema.parse(value)]));
  return { id: `step${index}`, kind: action.kind, config };
}
