import { defineCredential } from "../kit/define-credential.ts";

export const webflowCredential = defineCredential(
  "webflow",
  {
    token: { label: "API token", help: "From the site's settings, under Apps & integrations.", env: "WEBFLOW_API_TOKEN" },
    baseUrl: {
      label: "Base URL",
      help: "With its version, as https://api.webflow.com/v2; for a proxy or a mock of the API.",
      env: "WEBFLOW_BASE_URL",
      secret: false,
      optional: true,
    },
  },
  {
    oauth: {
      authorizeUrl: "https://webflow.com/oauth/authorize",
      tokenUrl: "https://api.webflow.com/oauth/access_token",
      scopes: ["sites:read", "sites:write", "cms:read", "cms:write", "forms:read"],
      tokenBody: "json",
      pkce: false,
    },
  },
);
