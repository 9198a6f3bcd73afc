import { defineCredential } from "../kit/define-credential.ts";

export const openaiCredential = defineCredential("openai", {
  token: { label: "API key", help: "From platform.openai.com/api-keys.", env: "OPENAI_API_KEY" },
  baseUrl: {
    label: "Base URL",
    help: "For a proxy or another server with the same API.",
    env: "OPENAI_BASE_URL",
    secret: false,
    optional: true,
  },
});
