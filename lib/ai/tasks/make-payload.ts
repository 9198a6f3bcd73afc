import { createHash } from "node:crypto";
import { configOf } from "../../../codegen/schema/node-facts.ts";
import { triggerInputSchema } from "../../../codegen/schema/trigger-input.ts";
import { AppError } from "../../errors.ts";
import { checkInput } from "../../triggers/check-input.ts";
import { inputOf } from "../../triggers/manual-input.ts";
import { readTriggerConfig } from "../../triggers/trigger-config.ts";
import { stripFence } from "./strip-fence.ts";
import type { MakeTask } from "./task.ts";

/** A payload to run the workflow with by hand, made up by the model and checked against the trigger's schema. */
export const makePayload: MakeTask<"payload"> = ({ graph, fence }, { prompt }) => {
  const node = graph.nodes.find(({ kind }) => kind === "trigger");
  const config = node && readTriggerConfig(configOf(node));
  if (!config) throw new AppError("invalid_input", "The workflow has no trigger that takes a payload.", { hint: "Give it a trigger." });
  const schema = triggerInputSchema(config);
  const version = createHash("sha256").update(JSON.stringify(schema)).digest("hex");
  return {
    instructions: `You make up test payloads for workflows: one JSON value, with data that looks real and is not (example.com addresses, invented names). For an http trigger it is the request's body, or an object with body, query and headers. Answer with the JSON only.\n${fence.rule}`,
    message: [
      fence.graph(graph, new Set(node ? [node.id] : []), 12_000),
      fence.data("schema of the input", JSON.stringify(schema), 12_000),
      fence.request(prompt ?? "Make a payload that takes the workflow's most important path."),
    ].join("\n\n"),
    streams: false,
    takesParts: false,
    maxOutputTokens: 4_000,
    read: (answer) => {
      const parsed = parseJson(stripFence(answer));
      if (!parsed) return { missing: "There is no JSON in the model's answer." };
      const problems = checkInput(version, schema, inputOf(config, parsed.value)).map(({ path, message }) => `${path} ${message}`);
      return { result: { task: "payload", payload: parsed.value, problems }, problems };
    },
  };
};

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
