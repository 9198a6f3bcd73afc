import { defineCredential } from "../kit/define-credential.ts";

export const githubCredential = defineCredential(
  "github",
  {
    token: { label: "Access token", help: "A fine-grained or classic token from github.com/settings/tokens.", env: "GITHUB_TOKEN" },
    baseUrl: {
      label: "Base URL",
      help: "For GitHub Enterprise Server, as https://<host>/api/v3, or a mock of the API.",
      env: "GITHUB_API_URL",
      secret: false,
      optional: true,
    },
  },
  {
    oauth: {
      authorizeUrl: "https://github.com/login/oauth/authorize",
      tokenUrl: "https://github.com/login/oauth/access_token",
      scopes: ["repo", "workflow", "gist", "read:org"],
    },
  },
);
