import { fatal } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import type { StepOptions } from "../kit/step-options.ts";
import type { Connection } from "./connect.ts";
import { modelFetch } from "./model-fetch.ts";
import type { ListModelsOutput } from "./types.generated.ts";

const TIMEOUT = "30s";

/** What models the provider has. The gateway keeps its list elsewhere, and Anthropic's list wants its own headers. */
export async function readModels(
  { name, provider, baseUrl, apiKey }: Connection,
  options: StepOptions,
): Promise<ListModelsOutput["models"]> {
  const headers = new Headers({ accept: "application/json" });
  try {
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
  const fetch = modelFetch(provider.label, { timeout: TIMEOUT, ...options });
  const response = await fetch(`${baseUrl}${name === "gateway" ? "/config" : "/models"}`, { headers });
  const body: Loose = await response.json();
  const models: Loose = body?.models ?? body?.data;
  if (!Array.isArray(models)) throw fatal(`${provider.label} answered without a list of models.`, { name: "MalformedAnswer" });
  return models.map(({ id, name: called, display_name: displayed }) => ({ id: String(id), name: String(displayed ?? called ?? id) }));
}
