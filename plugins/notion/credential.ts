import { defineCredential } from "../kit/define-credential.ts";

export const notionCredential = defineCredential(
  "notion",
  {
    token: {
      label: "Token",
      help: "Of an integration, from notion.so/profile/integrations. Share the pages with it.",
      env: "NOTION_TOKEN",
    },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "NOTION_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://api.notion.com/v1/oauth/authorize",
      tokenUrl: "https://api.notion.com/v1/oauth/token",
      revokeUrl: "https://api.notion.com/v1/oauth/revoke",
      scopes: [],
      pkce: false,
      authorizeParams: { owner: "user" },
      clientAuth: "basic",
      tokenBody: "json",
    },
  },
);
