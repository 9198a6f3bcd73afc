import type { StepOptions } from "../../kit/step-options.ts";
import { openai } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { headers, data } = await openai.call<{ data: readonly unknown[] }>({ path: "/models" }, options);
  return { account: headers["openai-organization"] ?? `OpenAI, with ${data.data.length} models` };
}
