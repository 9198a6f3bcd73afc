import { definePlugin } from "../kit/define-plugin.ts";
import { generateSound } from "./actions/generate-sound.ts";
import { listVoices } from "./actions/list-voices.ts";
import { speechToText } from "./actions/speech-to-text.ts";
import { textToSpeech } from "./actions/text-to-speech.ts";
import { elevenLabsCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "elevenLabs",
  label: "ElevenLabs",
  description: "Voices, transcripts and sounds.",
  docs: "https://elevenlabs.io/docs/api-reference",
  credential: elevenLabsCredential,
  actions: [textToSpeech, speechToText, generateSound, listVoices],
});
