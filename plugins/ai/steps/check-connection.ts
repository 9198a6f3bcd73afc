import type { StepOptions } from "../../kit/step-options.ts";
import { connect } from "../connect.ts";
import { readFrom, readModels } from "../read-models.ts";

/** Tries the credential with a call that changes and costs nothing. Two providers tell their models to anybody, so that they are asked what the key is worth. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const connection = await connect(undefined, options.connection);
  const { name, provider, baseUrl } = connection;
  if (name === "gateway") {
    const { balance } = await readFrom(connection, new URL("/v1/credits", baseUrl).href, options);
    return { account: `${provider.label}, with $${balance} left` };
  }
  if (name === "openrouter") {
    const { data } = await readFrom(connection, `${baseUrl}/key`, options);
    return { account: `${provider.label}, key ${data.label}` };
  }
  const models = await readModels(connection, options);
  return { account: `${provider.label}, with ${models.length} ${models.length === 1 ? "model" : "models"}` };
}
