import type { Catalog } from "../../codegen/catalog.ts";
import type { ProjectWorkflow } from "../exports/workflow-facts.ts";
import { fileOf } from "../exports/workflow-facts.ts";
import { exampleRun } from "./example-run.ts";
import type { PlayModule } from "./play-module.ts";
import { printTest } from "./print-test.ts";

/** The workflow with a test that runs it with example answers; as it is where examples lead to no end. */
export async function addExampleTest(
  workflow: ProjectWorkflow,
  options: { readonly catalog: Catalog; readonly play: PlayModule },
): Promise<ProjectWorkflow> {
  const run = await exampleRun(workflow, options);
  if (!run) return workflow;
  const test = printTest(workflow.graph.name, workflow.steps, run, options.catalog);
  return { ...workflow, tests: new Map([...(workflow.tests ?? []), [`tests/${fileOf(workflow)}.test.ts`, test]]) };
}
