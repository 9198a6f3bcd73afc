import type { StepOptions } from "../../kit/step-options.ts";
import { fal, PLATFORM } from "../api.ts";

/** Tries the credential with a call that runs nothing: prices are told to known accounts only. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  await fal.send({ baseUrl: PLATFORM, path: "/models/pricing", query: { endpoint_id: "fal-ai/flux/dev" } }, options);
  return { account: "fal" };
}
