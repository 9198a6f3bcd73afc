import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { openai } from "../api.ts";
import type { ModerateInput, ModerateOutput } from "../types.generated.ts";

/** What the service says of one input. */
interface Verdict {
  readonly flagged: boolean;
  /** Null for a category that its model does not know. */
  readonly categories: Readonly<Record<string, boolean | null>>;
  readonly category_scores: Readonly<Record<string, number | null>>;
}

/** Tells whether a text or an image is harmful. */
export async function moderate(
  { text, image, model = "omni-moderation-latest" }: ModerateInput,
  options: StepOptions = {},
): Promise<ModerateOutput> {
  "use step";
  const input = [
    ...(text === undefined ? [] : [{ type: "text", text }]),
    ...(image === undefined ? [] : [{ type: "image_url", image_url: { url: image } }]),
  ];
  if (input.length === 0) throw fatal("Neither text nor image is given.", { name: "InvalidInput" });
  const answer = await openai.send<{ model: string; results: readonly Verdict[] }>(
    { path: "/moderations", json: { model, input } },
    options,
  );
  const { flagged = false, categories = {}, category_scores: scores = {} } = answer.results[0] ?? {};
  return {
    flagged,
    flagged_categories: Object.keys(categories).filter((name) => categories[name] === true),
    category_scores: Object.fromEntries(Object.entries(scores).filter(([, score]) => score !== null)),
    model: answer.model,
  };
}
