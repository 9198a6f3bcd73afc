/** Where a provider's models are called, and in what it differs from OpenAI's API. */
export interface Provider {
  readonly label: string;
  /** Without a slash at its end; undefined where only the connection knows it. */
  readonly baseUrl: string | undefined;
  /** The provider's own environment variables. */
  readonly keyVariable: string;
  readonly baseUrlVariable: string;
  /** True of servers that may run without a key. */
  readonly keyless?: true;
  /** True when it takes no JSON Schema for its answers; the schema then goes into the prompt. */
  readonly schemaInPrompt?: true;
  /** Changes the body of a call where the provider's API has another name for a field. */
  readonly adapt?: (body: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** Every provider that a model can be called at, in the order that forms show. */
export const PROVIDERS = {
  gateway: {
    label: "Vercel AI Gateway",
    baseUrl: "https://ai-gateway.vercel.sh/v4/ai",
    keyVariable: "AI_GATEWAY_API_KEY",
    baseUrlVariable: "AI_GATEWAY_BASE_URL",
  },
  openai: {
    label: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    keyVariable: "OPENAI_API_KEY",
    baseUrlVariable: "OPENAI_BASE_URL",
    adapt: adaptToOpenAi,
  },
  anthropic: {
    label: "Anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    keyVariable: "ANTHROPIC_API_KEY",
    baseUrlVariable: "ANTHROPIC_BASE_URL",
    schemaInPrompt: true,
    adapt: withoutResponseFormat,
  },
  google: {
    label: "Google Gemini",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    keyVariable: "GOOGLE_GENERATIVE_AI_API_KEY",
    baseUrlVariable: "GOOGLE_GENERATIVE_AI_BASE_URL",
  },
  groq: {
    label: "Groq",
    baseUrl: "https://api.groq.com/openai/v1",
    keyVariable: "GROQ_API_KEY",
    baseUrlVariable: "GROQ_BASE_URL",
  },
  mistral: {
    label: "Mistral",
    baseUrl: "https://api.mistral.ai/v1",
    keyVariable: "MISTRAL_API_KEY",
    baseUrlVariable: "MISTRAL_BASE_URL",
    adapt: ({ dimensions, ...body }) => (dimensions === undefined ? body : { ...body, output_dimension: dimensions }),
  },
  deepseek: {
    label: "DeepSeek",
    baseUrl: "https://api.deepseek.com/v1",
    keyVariable: "DEEPSEEK_API_KEY",
    baseUrlVariable: "DEEPSEEK_BASE_URL",
    schemaInPrompt: true,
  },
  xai: { label: "xAI", baseUrl: "https://api.x.ai/v1", keyVariable: "XAI_API_KEY", baseUrlVariable: "XAI_BASE_URL" },
  openrouter: {
    label: "OpenRouter",
    baseUrl: "https://openrouter.ai/api/v1",
    keyVariable: "OPENROUTER_API_KEY",
    baseUrlVariable: "OPENROUTER_BASE_URL",
  },
  ollama: {
    label: "Ollama",
    baseUrl: "http://127.0.0.1:11434/v1",
    keyVariable: "OLLAMA_API_KEY",
    baseUrlVariable: "OLLAMA_BASE_URL",
    keyless: true,
  },
  custom: {
    label: "Another OpenAI-compatible server",
    baseUrl: undefined,
    keyVariable: "AI_API_KEY",
    baseUrlVariable: "AI_BASE_URL",
    keyless: true,
  },
} as const satisfies Record<string, Provider>;

export type ProviderName = keyof typeof PROVIDERS;

/** As an action's field and a connection write them. */
export const PROVIDER_NAMES = Object.keys(PROVIDERS) as [ProviderName, ...ProviderName[]]; // the keys of a literal with at least one

/** The reasoning models refuse `max_tokens`, the models that draw `response_format`: those always answer in base64. */
function adaptToOpenAi({ max_tokens: most, ...body }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const limited = most === undefined ? body : { ...body, max_completion_tokens: most };
  const drawsAlways = "prompt" in body && !String(body["model"]).startsWith("dall-e");
  return drawsAlways ? withoutResponseFormat(limited) : limited;
}

function withoutResponseFormat(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== "response_format"));
}
