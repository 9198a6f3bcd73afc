import { defineCredential } from "../kit/define-credential.ts";

export const resendCredential = defineCredential("resend", {
  token: { label: "API key", help: "From resend.com/api-keys.", env: "RESEND_API_KEY" },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "RESEND_BASE_URL", secret: false, optional: true },
});
