import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { Completion } from "../answer.ts";
import { readCompletion } from "../answer.ts";
import { superagent, TIMEOUT } from "../api.ts";
import type { GuardInput, GuardOutput } from "../types.generated.ts";

type Verdict = Pick<GuardOutput, "classification" | "violation_types" | "cwe_codes">;

/** Tells whether a text or a PDF tries to trick a model. */
export async function guard({ text, file, url, system_prompt }: GuardInput, options: StepOptions = {}): Promise<GuardOutput> {
  "use step";
  if ([text, file, url].filter((given) => given !== undefined).length !== 1) {
    throw fatal("Give one of text, file and url.", { name: "InvalidInput" });
  }
  const json = { text, file: file === undefined ? undefined : `data:application/pdf;base64,${file}`, url, system_prompt };
  const { content, about } = readCompletion(
    await superagent.send<Completion<Verdict>>({ path: "/guard", json, timeout: TIMEOUT }, options),
  );
  // Nobody must take an answer without a verdict for a good one.
  if (content?.classification !== "pass" && content?.classification !== "block") {
    throw fatal("Superagent answered without a verdict.", { name: "MalformedAnswer" });
  }
  const { classification, violation_types: violations = [], cwe_codes: codes = [] } = content;
  return { classification, violation_types: violations, cwe_codes: codes, ...about };
}
