import type { StepOptions } from "../../kit/step-options.ts";
import { superagent } from "../api.ts";

/** Tries the credential with the smallest question there is; the service has none that is free. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  await superagent.send({ path: "/guard", json: { text: "Hello" } }, options);
  return { account: "Superagent" };
}
