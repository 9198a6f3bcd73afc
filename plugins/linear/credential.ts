import { defineCredential } from "../kit/define-credential.ts";

export const linearCredential = defineCredential(
  "linear",
  {
    token: { label: "API key", help: "From linear.app/settings/account/security.", env: "LINEAR_API_KEY" },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "LINEAR_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://linear.app/oauth/authorize",
      tokenUrl: "https://api.linear.app/oauth/token",
      revokeUrl: "https://api.linear.app/oauth/revoke",
      scopes: ["read", "write"],
      scopeSeparator: ",",
    },
  },
);
