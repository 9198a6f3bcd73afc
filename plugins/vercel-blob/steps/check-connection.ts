import { credential } from "../../kit/credentials.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { storeOf, vercelBlob } from "../api.ts";
import { vercelBlobCredential } from "../credential.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  await vercelBlob.send({ path: "", query: { limit: 1 } }, options);
  const { token = "" } = await credential(vercelBlobCredential, options.connection);
  return { account: `store ${storeOf(token)}` };
}
