import { defineCredential } from "../kit/define-credential.ts";

export const superagentCredential = defineCredential("superagent", {
  token: { label: "API key", help: "From app.superagent.sh.", env: "SUPERAGENT_API_KEY" },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "SUPERAGENT_API_BASE_URL", secret: false, optional: true },
});
