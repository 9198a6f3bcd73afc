import { defineCredential } from "../kit/define-credential.ts";

export const airtableCredential = defineCredential(
  "airtable",
  {
    token: { label: "Personal access token", help: "From airtable.com/create/tokens, with the bases it may see.", env: "AIRTABLE_TOKEN" },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "AIRTABLE_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://airtable.com/oauth2/v1/authorize",
      tokenUrl: "https://airtable.com/oauth2/v1/token",
      scopes: ["data.records:read", "data.records:write", "schema.bases:read", "user.email:read"],
      clientAuth: "basic",
    },
  },
);
