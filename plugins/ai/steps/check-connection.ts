import type { StepOptions } from "../../kit/step-options.ts";
import { connect } from "../connect.ts";
import { readModels } from "../read-models.ts";

/** Tries the credential with a call that changes and costs nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const connection = await connect(undefined, options.connection);
  const models = await readModels(connection, options);
  return { account: `${connection.provider.label}, with ${models.length} ${models.length === 1 ? "model" : "models"}` };
}
