import { NoImageGeneratedError, NoObjectGeneratedError, NoOutputGeneratedError } from "ai";
import { fatal, retryable } from "../kit/failure.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { connect } from "./connect.ts";
import type { Connection } from "./connect.ts";
import { endedEarly } from "./ended-early.ts";
import { modelFetch } from "./model-fetch.ts";
import type { Models } from "./models.ts";
import { modelsOf } from "./models.ts";
import type { ProviderName } from "./providers.ts";

/** Runs one call of the AI SDK with a provider's models; whatever it throws becomes an error the engine understands. */
export async function callModel<Result>(
  provider: ProviderName | undefined,
  options: StepOptions,
  call: (models: Models, connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(provider, options.connection);
  try {
    return await call(modelsOf(connection, modelFetch(connection.provider.label, options)), connection);
  } catch (error) {
    throw findFailure(error) ?? translate(connection, error);
  }
}

const LONGEST_CHAIN = 8;

/** The step's own error behind those that the SDK has wrapped around it. */
function findFailure(error: unknown): Error | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < LONGEST_CHAIN; cause = cause.cause, depth++) {
    if (["FatalError", "RetryableError", "AbortError"].includes(cause.name)) return cause;
  }
  return undefined;
}

function translate({ provider: { label } }: Connection, error: unknown): Error {
  // A model answers differently the next time.
  if (NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error)) {
    const early = NoObjectGeneratedError.isInstance(error) ? endedEarly(label, error.finishReason) : undefined;
    if (early) return early;
    return retryable(`${label}: the answer is not JSON.`, { name: "NoObjectGenerated" });
  }
  if (NoImageGeneratedError.isInstance(error)) return retryable(`${label}: no image came back.`, { name: "NoImageGenerated" });
  const message = error instanceof Error ? error.message : String(error);
  return fatal(`${label} answered with something that is not what its API promises: ${message.slice(0, 300)}`, { name: "MalformedAnswer" });
}
