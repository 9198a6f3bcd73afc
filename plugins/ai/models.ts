import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { EmbeddingModel, ImageModel, wrapLanguageModel } from "ai";
import { createGateway } from "ai";
import type { Connection } from "./connect.ts";

// The SDK would print what a provider ignores; a step has no console of its own.
globalThis.AI_SDK_LOG_WARNINGS ??= false;

/** The models of one provider. */
export interface Models {
  language(id: string): Parameters<typeof wrapLanguageModel>[0]["model"];
  image(id: string): ImageModel;
  embedding(id: string): EmbeddingModel;
}

/** The provider's models through the AI SDK, called with this `fetch`: the gateway by its own protocol, all others as OpenAI's API. */
export function modelsOf({ name, provider, baseUrl, apiKey }: Connection, fetch: typeof globalThis.fetch): Models {
  if (name === "gateway") {
    const gateway = createGateway({ baseURL: baseUrl, fetch, ...(apiKey === undefined ? {} : { apiKey }) });
    return {
      language: (id) => gateway.languageModel(id),
      image: (id) => gateway.imageModel(id),
      embedding: (id) => gateway.embeddingModel(id),
    };
  }
  const compatible = createOpenAICompatible({
    name: "compatible",
    baseURL: baseUrl,
    fetch: provider.adapt === undefined ? fetch : adaptBodies(fetch, provider.adapt),
    ...(apiKey === undefined ? {} : { apiKey }),
    includeUsage: true,
    supportsStructuredOutputs: provider.schemaInPrompt !== true,
    // The provider fetches images itself; the SDK's own download knows nothing of the host's guard.
    supportedUrls: () => ({ "*/*": [/^https?:\/\//] }),
  });
  return {
    language: (id) => compatible.chatModel(id),
    image: (id) => compatible.imageModel(id),
    embedding: (id) => compatible.embeddingModel(id),
  };
}

function adaptBodies(fetch: typeof globalThis.fetch, adapt: NonNullable<Connection["provider"]["adapt"]>): typeof globalThis.fetch {
  return (input, init) => {
    if (typeof init?.body !== "string") return fetch(input, init);
    return fetch(input, { ...init, body: JSON.stringify(adapt(JSON.parse(init.body) as Record<string, unknown>)) });
  };
}
