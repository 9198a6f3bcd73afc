import { definePlugin } from "../kit/define-plugin.ts";
import { classify } from "./actions/classify.ts";
import { embed } from "./actions/embed.ts";
import { generateImage } from "./actions/generate-image.ts";
import { generateObject } from "./actions/generate-object.ts";
import { generateText } from "./actions/generate-text.ts";
import { listModels } from "./actions/list-models.ts";
import { aiCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "ai",
  label: "AI",
  description: "Models of OpenAI, Anthropic, Google and others: text, data, images, embeddings.",
  docs: "https://ai-sdk.dev/docs",
  credential: aiCredential,
  actions: [generateText, generateObject, classify, generateImage, embed, listModels],
});
