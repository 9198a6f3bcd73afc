import { defineCredential } from "../kit/define-credential.ts";

export const clerkCredential = defineCredential("clerk", {
  token: { label: "Secret key", help: "From the API keys page of the instance, beginning with sk_.", env: "CLERK_SECRET_KEY" },
  baseUrl: {
    label: "Base URL",
    help: "With its version, as https://api.clerk.com/v1; for a proxy or a mock of the API.",
    env: "CLERK_BASE_URL",
    secret: false,
    optional: true,
  },
});
