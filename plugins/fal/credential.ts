import { defineCredential } from "../kit/define-credential.ts";

export const falCredential = defineCredential("fal", {
  token: { label: "API key", help: "From fal.ai/dashboard/keys.", env: "FAL_KEY" },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the queue.", env: "FAL_BASE_URL", secret: false, optional: true },
});
