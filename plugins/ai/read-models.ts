import { fatal } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import type { StepOptions } from "../kit/step-options.ts";
import type { Connection } from "./connect.ts";
import { modelFetch } from "./model-fetch.ts";
import type { ListModelsOutput } from "./types.generated.ts";

const TIMEOUT = "30s";

/** What models the provider has. */
export async function readModels(connection: Connection, options: StepOptions): Promise<ListModelsOutput["models"]> {
  const { name, provider, baseUrl } = connection;
  const body = await readFrom(connection, `${baseUrl}${name === "gateway" ? "/config" : "/models"}`, options);
  const models: Loose = body?.models ?? body?.data;
  if (!Array.isArray(models)) throw fatal(`${provider.label} answered without a list of models.`, { name: "MalformedAnswer" });
  return models.map(({ id, name: called, display_name: displayed }) => ({ id: String(id), name: String(displayed ?? called ?? id) }));
}

/** What an address of the provider's gives, asked with the connection's key. */
export async function readFrom({ name, provider, apiKey }: Connection, address: string, options: StepOptions): Promise<Loose> {
  const headers = new Headers({ accept: "application/json" });
  try {
    // What Anthropic has beside OpenAI's API wants its own headers.
    if (name === "anthropic") {
      headers.set("x-api-key", apiKey ?? "");
      headers.set("anthropic-version", "2023-06-01");
    } else if (apiKey !== undefined) headers.set("authorization", `Bearer ${apiKey}`);
  } catch {
    // The platform's message would show the key.
    throw fatal(`The ${provider.label} key holds a character that headers cannot carry.`, { name: "InvalidHeader" });
  }
  if (name === "gateway") {
    headers.set("ai-gateway-protocol-version", "0.0.1");
    headers.set("ai-gateway-auth-method", "api-key");
  }
  const response = await modelFetch(provider.label, { timeout: TIMEOUT, ...options })(address, { headers });
  return response.json();
}
