import { defineCredential } from "../kit/define-credential.ts";

/** Source of the addresses: docs.slack.dev/authentication/installing-with-oauth; the bot's token is at the top of the answer. */
export const slackCredential = defineCredential(
  "slack",
  {
    token: { label: "Bot token", help: "Begins with xoxb-; from api.slack.com/apps, OAuth & Permissions.", env: "SLACK_BOT_TOKEN" },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "SLACK_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://slack.com/oauth/v2/authorize",
      tokenUrl: "https://slack.com/api/oauth.v2.access",
      scopeSeparator: ",",
      // Only apps that opt in to it take PKCE.
      pkce: false,
      scopes: [
        "chat:write",
        "chat:write.public",
        "chat:write.customize",
        "channels:read",
        "groups:read",
        "im:read",
        "mpim:read",
        "channels:history",
        "groups:history",
        "im:history",
        "mpim:history",
        "channels:join",
        "channels:manage",
        "groups:write",
        "im:write",
        "mpim:write",
        "users:read",
        "users:read.email",
        "files:read",
        "files:write",
        "reactions:write",
        "pins:write",
      ],
    },
  },
);
