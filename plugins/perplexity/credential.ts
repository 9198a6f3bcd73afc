import { defineCredential } from "../kit/define-credential.ts";

export const perplexityCredential = defineCredential("perplexity", {
  token: { label: "API key", help: "From perplexity.ai/account/api; it begins with pplx-.", env: "PERPLEXITY_API_KEY" },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "PERPLEXITY_BASE_URL", secret: false, optional: true },
});
