import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { questionOf, readAnswer } from "../answer.ts";
import { perplexity } from "../api.ts";
import type { AskInput, AskOutput } from "../types.generated.ts";

/** Answers a question from the web. */
export async function ask<T = Loose>(input: AskInput, options: StepOptions = {}): Promise<AskOutput<T>> {
  "use step";
  const { prompt, system, schema, model = "sonar", search_context_size: size, country, ...rest } = input;
  const place = country === undefined ? {} : { user_location: { country } };
  const web = { ...(size === undefined ? {} : { search_context_size: size }), ...place };
  const json = {
    model,
    ...questionOf({ prompt, system, schema }),
    ...rest,
    ...(Object.keys(web).length === 0 ? {} : { web_search_options: web }),
  };
  const completion = await perplexity.send({ path: "/chat/completions", json, timeout: "5m" }, options);
  return readAnswer(completion, schema !== undefined);
}
