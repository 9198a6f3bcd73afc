import { defineCredential } from "../kit/define-credential.ts";

export const v0Credential = defineCredential("v0", {
  token: { label: "API key", help: "From v0.app/chat/settings/keys.", env: "V0_API_KEY" },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "V0_BASE_URL", secret: false, optional: true },
});
