import { defineCredential } from "../kit/define-credential.ts";

/**
 * A bot's token does all that a bot may; a person's, from OAuth, only what concerns that person. Source of the addresses and permissions:
 * discord.com/developers/docs/topics/oauth2; authorizing also asks to add the bot to a server.
 */
export const discordCredential = defineCredential(
  "discord",
  {
    token: {
      label: "Bot token",
      help: "From discord.com/developers/applications, Bot. All actions but the webhook's need it.",
      env: "DISCORD_BOT_TOKEN",
      optional: true,
    },
    accessToken: { label: "Access token", help: "Of a person, from OAuth.", env: "DISCORD_ACCESS_TOKEN", optional: true },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "DISCORD_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://discord.com/oauth2/authorize",
      tokenUrl: "https://discord.com/api/oauth2/token",
      revokeUrl: "https://discord.com/api/oauth2/token/revoke",
      scopes: ["identify", "guilds", "bot"],
      // See channels and their history, send, embed, attach, react, manage messages, open threads and write in them.
      authorizeParams: { permissions: "309237771328" },
      tokenField: "accessToken",
    },
  },
);
