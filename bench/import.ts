/**
 * How long importing whole API descriptions takes, and whether every action they give compiles and type-checks:
 * `WEFT_API_DESCRIPTIONS=<folder> node bench/import.ts [part of a name]`. The folder holds OpenAPI documents, JSON or YAML.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../codegen/index.ts";
import type { Graph } from "../codegen/schema/graph.ts";
import { createTypeChecker } from "../codegen/types/type-checker.ts";
import { isAppError } from "../lib/errors.ts";
import { addServices } from "../lib/plugins/load-catalog.ts";
import { importService } from "../lib/services/import/import-service.ts";
import { readOpenApi } from "../lib/services/import/open-api-document.ts";
import { printService } from "../lib/services/print-service.ts";
import type { ActionDefinition, ServiceDefinition } from "../lib/services/service-definition.ts";
import { createCatalog } from "../plugins/kit/catalog.ts";
import { describeMachine } from "./machine.ts";

/** Actions in one workflow. */
const AT_ONCE = 50;

const folder = process.env["WEFT_API_DESCRIPTIONS"];
if (folder === undefined) {
  console.error("Set WEFT_API_DESCRIPTIONS to a folder of OpenAPI documents.");
  process.exit(2);
}
const part = process.argv[2] ?? "";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.(?:json|ya?ml)$/.test(file) && file.includes(part),
);
const empty = createCatalog([]);
const checker = createTypeChecker({ catalog: empty });

console.log(`${describeMachine()}\n`);
console.log(
  "document | actions | import | one action: compile, check, print | all: compile and check | problems\n--- | --: | --: | --: | --: | --:",
);
for (const file of files.toSorted()) {
  try {
    measure(file, readFileSync(join(folder, file), "utf8"));
  } catch (error) {
    if (!isAppError(error)) throw error;
    console.log(`${file} | – | – | – | – | ${error.message}`);
  }
}

function measure(file: string, text: string): void {
  const lap = startClock();
  const service = importService(readOpenApi(text), { all: true });
  const imported = lap();
  const catalog = addServices(empty, [service]);
  const [first] = service.actions;
  const problemsOf = (actions: readonly ActionDefinition[]): number => {
    const compiled = compile(chain(service, actions), catalog);
    if (!compiled.ok) return compiled.diagnostics.length;
    return checker.check(compiled.source, compiled.map, { catalog }).filter(({ severity }) => severity === "error").length;
  };
  const one = first === undefined ? 0 : problemsOf([first]);
  if (first !== undefined) printService(service, new Set([first.name]));
  const single = lap();
  let problems = one;
  for (let at = 0; at < service.actions.length; at += AT_ONCE) problems += problemsOf(service.actions.slice(at, at + AT_ONCE));
  console.log(`${file} | ${service.actions.length} | ${imported} ms | ${single} ms | ${lap()} ms | ${problems}`);
}

function startClock(): () => number {
  let since = performance.now();
  return () => {
    const passed = Math.round(performance.now() - since);
    since = performance.now();
    return passed;
  };
}

/** The actions one after the other, each with what it requires. */
function chain(service: ServiceDefinition, actions: readonly ActionDefinition[]): Graph {
  const steps = actions.map(({ name, input }, index) => ({
    id: `n${index}`,
    kind: `${service.name}.${name}`,
    config: Object.fromEntries(input.required.map((field) => [field, "{{ input.value }}"])),
  }));
  return {
    weft: 1,
    name: "everything",
    title: "",
    description: "",
    nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }, ...steps],
    edges: steps.map(({ id }, index) => ({ id: `e${index}`, source: index === 0 ? "input" : `n${index - 1}`, target: id })),
  };
}
