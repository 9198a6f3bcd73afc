import type { StepOptions } from "../../kit/step-options.ts";
import { perplexity } from "../api.ts";

/** Tries the credential with a call that costs nothing: the list of researches under way. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  await perplexity.send({ path: "/async/chat/completions" }, options);
  return { account: "Perplexity" };
}
