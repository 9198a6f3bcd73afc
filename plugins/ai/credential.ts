import type { CredentialType } from "../kit/define-credential.ts";
import { defineCredential } from "../kit/define-credential.ts";
import type { Provider } from "./providers.ts";
import { PROVIDER_NAMES, PROVIDERS } from "./providers.ts";

type Field = "provider" | "apiKey" | "baseUrl";

/** A connection has the same fields whatever its provider; only the environment has variables of each provider's own. */
export function credentialOf(provider: Provider): CredentialType<Field> {
  return defineCredential("ai", {
    provider: {
      label: "Provider",
      help: `One of ${PROVIDER_NAMES.join(", ")}. Default gateway.`,
      env: "AI_PROVIDER",
      secret: false,
      optional: true,
    },
    apiKey: {
      label: "API key",
      help: `Of the provider. In the environment each has its own variable, for example OPENAI_API_KEY.`,
      env: provider.keyVariable,
      optional: true,
    },
    baseUrl: {
      label: "Base URL",
      help: "Of your own server (custom: vLLM, LM Studio, …), a proxy or a mock. A private address must be allowed where the steps run.",
      env: provider.baseUrlVariable,
      secret: false,
      optional: true,
    },
  });
}

export const aiCredential = credentialOf(PROVIDERS.gateway);
