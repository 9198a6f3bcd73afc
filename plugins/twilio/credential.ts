import { defineCredential } from "../kit/define-credential.ts";

export const twilioCredential = defineCredential("twilio", {
  accountSid: { label: "Account SID", help: "Begins with AC; from console.twilio.com.", env: "TWILIO_ACCOUNT_SID", secret: false },
  authToken: { label: "Auth token", help: "Or the secret of an API key.", env: "TWILIO_AUTH_TOKEN" },
  apiKey: {
    label: "API key SID",
    help: "Begins with SK; the token above is then its secret.",
    env: "TWILIO_API_KEY",
    secret: false,
    optional: true,
  },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "TWILIO_BASE_URL", secret: false, optional: true },
});
