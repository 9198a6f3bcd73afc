import { defineCredential } from "../kit/define-credential.ts";

export const telegramCredential = defineCredential("telegram", {
  token: { label: "Bot token", help: "From @BotFather: send it /newbot.", env: "TELEGRAM_BOT_TOKEN" },
  baseUrl: {
    label: "Base URL",
    help: "For a local Bot API server or a mock of the API.",
    env: "TELEGRAM_BASE_URL",
    secret: false,
    optional: true,
  },
});
