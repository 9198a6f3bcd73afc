import { definePlugin } from "../kit/define-plugin.ts";
import { createSpeech } from "./actions/create-speech.ts";
import { moderate } from "./actions/moderate.ts";
import { transcribe } from "./actions/transcribe.ts";
import { translate } from "./actions/translate.ts";
import { openaiCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "openai",
  label: "OpenAI",
  description: "Speech to text, text to speech and moderation. For text, data, images and embeddings take AI.",
  docs: "https://platform.openai.com/docs/api-reference",
  credential: openaiCredential,
  actions: [transcribe, translate, createSpeech, moderate],
});
