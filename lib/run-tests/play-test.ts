import type { Catalog } from "../../codegen/catalog.ts";
import type { ProjectWorkflow } from "../exports/workflow-facts.ts";
import { CodeError } from "../sandbox/code-error.ts";
import type { PlayModule } from "./play-module.ts";
import type { RecordedRun } from "./recorded-run.ts";

/** How a test goes with a workflow. `skipped`: it cannot be told here, since the module needs more time or memory, or what only a server has. */
export interface TestOutcome {
  readonly status: "passed" | "failed" | "skipped";
  /** What is different: calls by node and field, then the outcome. */
  readonly problems: readonly string[];
}

/** Replays a recorded run with another version of its workflow. */
export async function playTest(
  workflow: Pick<ProjectWorkflow, "graph" | "source" | "steps">,
  { input, recording, variables }: RecordedRun,
  { catalog, play }: { readonly catalog: Catalog; readonly play: PlayModule },
): Promise<TestOutcome> {
  try {
    const { ended } = await play(workflow, { variables, answers: { input, recording } }, catalog);
    // The sandbox has the language, not the platform: `new URL` is no fault of the workflow.
    if ("failure" in ended && /'?\w+'? is not defined$/.test(ended.failure ?? ""))
      return { status: "skipped", problems: [ended.failure ?? ""] };
    return { status: ended.problems.length === 0 ? "passed" : "failed", problems: ended.problems };
  } catch (error) {
    if (error instanceof CodeError) return { status: "skipped", problems: [error.message] };
    throw error;
  }
}
