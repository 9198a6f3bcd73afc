import { z } from "zod";
import type { Catalog } from "../../codegen/catalog.ts";
import { triggerInputSchema } from "../../codegen/schema/trigger-input.ts";
import type { Json } from "../../codegen/schema/json.ts";
import { jsonSchema } from "../../codegen/schema/json.ts";
import type { ProjectWorkflow } from "../exports/workflow-facts.ts";
import { triggerOf } from "../exports/workflow-facts.ts";
import { sampleOf } from "../triggers/sample-payload.ts";
import { CodeError } from "../sandbox/code-error.ts";
import { EXAMPLE_AT } from "./play-module.ts";
import type { Examples, Played, PlayModule } from "./play-module.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { stepNameOf } from "./recorded-run.ts";

/** What the sandbox and the server it is exported to say in ways of their own, and what is another thing each time. */
const ELSEWHERE = /\b(?:Math\.random|localeCompare|toLocale\w+|new URL)\(|\b(?:URL|crypto|Intl)\.\w/;
/** More, and nobody reads the test. */
const MOST_ENDINGS = 200;

/**
 * A run with examples in the place of what the world would say: of the input as the trigger's schema has them, of each step as its output's.
 * Undefined when the workflow meets a limit with them, or what it does with them says nothing of what it would do elsewhere.
 */
export async function exampleRun(
  workflow: ProjectWorkflow,
  { catalog, play: playModule }: { readonly catalog: Catalog; readonly play: PlayModule },
): Promise<RecordedRun | undefined> {
  if (ELSEWHERE.test(workflow.source)) return undefined;
  const given: Examples = {
    input: sampleOf(triggerInputSchema(triggerOf(workflow))) ?? {},
    outputs: Object.fromEntries(
      workflow.steps.filter(({ kind }) => kind !== "code").map((step) => [stepNameOf(step), exampleOutput(catalog, step.action)]),
    ),
    events: Object.fromEntries(workflow.graph.nodes.filter(({ kind }) => kind === "control.waitForEvent").map(({ id }) => [id, {}])),
  };
  const variables = Object.fromEntries(workflow.variables.map((name) => [name, "example"]));
  const play = (examples: Examples, explore: boolean): Promise<Played> =>
    playModule(workflow, { variables, answers: { examples, explore } }, catalog);
  try {
    const { examples } = await play(given, true);
    const { ended, recording: endings } = await play(examples, false);
    if (endings.length > MOST_ENDINGS) return undefined;
    const title = "failure" in ended ? "fails with example answers" : "ends well with example answers";
    // Examples are no data: what a module makes of them may be nothing, and each engine says so in its own words.
    const outcome = "failure" in ended ? { failure: null } : { result: ended.result };
    return { title, input: examples.input, variables, recording: { startedAt: EXAMPLE_AT, endedAt: EXAMPLE_AT, endings, outcome } };
  } catch (error) {
    // Examples that lead nowhere: a loop that none of them ends.
    if (error instanceof CodeError) return undefined;
    throw error;
  }
}

function exampleOutput(catalog: Catalog, kind: string | undefined): Json {
  const action = kind === undefined ? undefined : catalog.actions.get(kind);
  if (!action) return {};
  return sampleOf(jsonSchema.parse(z.toJSONSchema(action.output, { unrepresentable: "any", io: "output" }))) ?? {};
}
