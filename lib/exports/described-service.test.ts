import { expect, it } from "vitest";
import { compile } from "../../codegen/index.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { addServices } from "../plugins/load-catalog.ts";
import { acme } from "../services/acme-for-test.ts";
import { buildProject } from "./build-project.ts";
import { checkProject } from "./check-project-for-test.ts";
import { compiled, exportCatalog, exportSources } from "./workflows-for-test.ts";

const byHand = { id: "input", kind: "trigger", config: { on: "manual" } };

it("writes the steps of a described service, of the actions that are used alone", () => {
  const catalog = addServices(exportCatalog, [acme("https://acme.example.com")]);
  const graph: Graph = {
    weft: 1,
    name: "looms",
    nodes: [byHand, { id: "orders", kind: "acme.listOrders", config: { limit: 10 } }],
    edges: [{ id: "e1", source: "input", target: "orders" }],
  };
  const result = compile(graph, catalog);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  const { source, steps, variables } = result;
  const files = buildProject([{ graph, source, steps, variables }], { catalog, sources: exportSources });
  expect([...files.keys()].filter((path) => path.startsWith("plugins/acme/"))).toEqual([
    "plugins/acme/api.ts",
    "plugins/acme/credential.ts",
    "plugins/acme/steps/list-orders.ts",
    "plugins/acme/types.generated.ts",
  ]);
  expect(files.get(".env.example")).toMatch(/^ACME_\w+=$/m);
  expect([...files].filter(([path, text]) => /weft/i.test(path + text))).toEqual([]);
  expect(checkProject(files)).toEqual([]);
}, 60_000);

it("says which workflow is missing that another one calls", () => {
  const caller: Graph = {
    weft: 1,
    name: "caller",
    nodes: [byHand, { id: "made", kind: "control.call", config: { workflow: "makeInvoice", input: {} } }],
    edges: [{ id: "e1", source: "input", target: "made" }],
  };
  const build = (): unknown => buildProject([compiled(caller)], { catalog: exportCatalog, sources: exportSources });
  expect(build).toThrow("caller calls the workflow makeInvoice, which is not among those to export.");
});

it("refuses two workflows that would be one file", () => {
  const [one, other] = ["orderAlert", "orderALERT"].map((name) => compiled({ weft: 1, name, nodes: [byHand], edges: [] }));
  if (!one || !other) throw new Error("there are two");
  expect(() => buildProject([one, other], { catalog: exportCatalog, sources: exportSources })).toThrow(
    "Two workflows would both be workflows/order-alert.ts.",
  );
});
