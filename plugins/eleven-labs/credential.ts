import { defineCredential } from "../kit/define-credential.ts";

export const elevenLabsCredential = defineCredential("elevenLabs", {
  token: { label: "API key", help: "From elevenlabs.io/app/developers/api-keys.", env: "ELEVENLABS_API_KEY" },
  baseUrl: {
    label: "Base URL",
    help: "For another region, a proxy or a mock of the API.",
    env: "ELEVENLABS_BASE_URL",
    secret: false,
    optional: true,
  },
});
