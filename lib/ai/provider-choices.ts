import { PROVIDER_NAMES, PROVIDERS } from "../../plugins/ai/providers.ts";
import type { Provider, ProviderName } from "../../plugins/ai/providers.ts";
import type { AiSettings } from "../api/ai-schemas.ts";

/** The model that is asked where nobody named one; a provider that is not here must be told which. */
const DEFAULT_MODELS: Partial<Record<ProviderName, string>> = {
  gateway: "anthropic/claude-sonnet-5",
  openai: "gpt-5.4-mini",
  anthropic: "claude-sonnet-5",
  google: "gemini-2.5-pro",
};
/** What a form shows as an example for the others. */
const EXAMPLE_MODELS: Partial<Record<ProviderName, string>> = { ollama: "qwen3-coder:30b", custom: "my-model" };

export function defaultModel(name: ProviderName): string | undefined {
  return DEFAULT_MODELS[name];
}

/** Every provider that can be chosen, as a form needs it. */
export function providerChoices(): AiSettings["providers"] {
  return PROVIDER_NAMES.map((name) => {
    const provider: Provider = PROVIDERS[name];
    const { label, keyless = false, baseUrl = null, keyVariable } = provider;
    const exampleModel = DEFAULT_MODELS[name] ?? EXAMPLE_MODELS[name] ?? "";
    return { name, label, needsKey: !keyless, baseUrl, keyVariable, exampleModel };
  });
}

/** Throws for a name that no provider has: our own mistake, or a newer Weft's row. */
export function readProviderName(text: string): ProviderName {
  const name = PROVIDER_NAMES.find((known) => known === text);
  if (name === undefined) throw new Error(`There is no provider of models called "${text}".`);
  return name;
}
