import { defineCredential } from "../kit/define-credential.ts";

export const firecrawlCredential = defineCredential("firecrawl", {
  token: { label: "API key", help: "From firecrawl.dev/app/api-keys; it begins with fc-.", env: "FIRECRAWL_API_KEY" },
  baseUrl: {
    label: "Base URL",
    help: "Of your own Firecrawl, with /v2 at its end.",
    env: "FIRECRAWL_BASE_URL",
    secret: false,
    optional: true,
  },
});
