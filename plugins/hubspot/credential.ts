import { defineCredential } from "../kit/define-credential.ts";

export const hubspotCredential = defineCredential(
  "hubspot",
  {
    token: { label: "Access token", help: "A service key, or the token of a private app.", env: "HUBSPOT_ACCESS_TOKEN" },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "HUBSPOT_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://app.hubspot.com/oauth/authorize",
      tokenUrl: "https://api.hubapi.com/oauth/2026-09/token",
      revokeUrl: "https://api.hubapi.com/oauth/2026-09/token/revoke",
      scopes: [
        "oauth",
        "crm.objects.contacts.read",
        "crm.objects.contacts.write",
        "crm.objects.companies.read",
        "crm.objects.companies.write",
        "crm.objects.deals.read",
        "crm.objects.deals.write",
        "crm.objects.owners.read",
        "tickets",
      ],
      pkce: false,
    },
  },
);
