import { defineApi } from "../kit/api.ts";
import { fatal } from "../kit/failure.ts";
import { discordCredential } from "./credential.ts";
import { readRefusal } from "./read-refusal.ts";

/** Discord refuses calls that do not say whose they are. */
const headers = { "user-agent": "DiscordBot (https://useworkflow.dev, 1.0)" };

/** Discord's HTTP API. */
export const discord = defineApi({
  label: "Discord",
  credential: discordCredential,
  baseUrl: "https://discord.com/api/v10",
  headers,
  authorize: ({ token, accessToken }, { headers }) => {
    if (token === undefined && accessToken === undefined) {
      throw fatal("DISCORD_BOT_TOKEN is not set, or the connection has neither a bot token nor an access token.", {
        name: "MissingCredential",
      });
    }
    headers.set("authorization", token === undefined ? `Bearer ${accessToken}` : `Bot ${token}`);
  },
  readError: readRefusal,
});

/** Webhooks: their address is all they need. */
export const discordWebhooks = defineApi({
  label: "Discord webhook",
  baseUrl: "https://discord.com/api/v10/webhooks",
  headers,
  readError: readRefusal,
});
