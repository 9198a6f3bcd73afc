import type { StepOptions } from "../../kit/step-options.ts";
import type { Completion } from "../answer.ts";
import { readCompletion } from "../answer.ts";
import { superagent, TIMEOUT } from "../api.ts";
import type { VerifyInput, VerifyOutput } from "../types.generated.ts";

/** Checks each claim of a text against sources. */
export async function verify(input: VerifyInput, options: StepOptions = {}): Promise<VerifyOutput> {
  "use step";
  const answer = await superagent.send<Completion<{ claims?: VerifyOutput["claims"] }>>(
    { path: "/verify", json: input, timeout: TIMEOUT },
    options,
  );
  const { content, about } = readCompletion(answer);
  return { claims: content?.claims ?? [], usage: about.usage };
}
