import { z } from "zod";
import { PROVIDER_NAMES } from "./providers.ts";

/** Which model is asked. */
export const modelFields = {
  model: z
    .string()
    .min(1)
    .meta({
      label: "Model",
      help: "As the provider calls it: openai/gpt-5.4-mini or anthropic/claude-sonnet-5 at the AI Gateway, gpt-5.4-mini at OpenAI, claude-sonnet-5 at Anthropic.",
      example: "gpt-5.4-mini",
      options: { action: "listModels", list: "models", value: "id", label: "name" },
    }),
  provider: z
    .enum(PROVIDER_NAMES)
    .optional()
    .meta({ label: "Provider", help: "Default: the connection's own, else the AI Gateway.", example: "openai" }),
};

/** What a language model is told. */
export const promptFields = {
  prompt: z.string().min(1).meta({ label: "Prompt", multiline: true, example: "Write a haiku about a late delivery." }),
  system: z
    .string()
    .optional()
    .meta({ label: "System prompt", help: "How the model should behave.", multiline: true, example: "You are a friendly shop assistant." }),
  messages: z
    .array(z.strictObject({ role: z.enum(["user", "assistant"]), content: z.string() }))
    .max(500)
    .optional()
    .meta({
      label: "Earlier messages",
      help: "What was said before the prompt, the oldest first.",
      example: [
        { role: "user", content: "My parcel is late." },
        { role: "assistant", content: "I am sorry." },
      ],
    }),
  images: z
    .array(z.string())
    .max(20)
    .optional()
    .meta({
      label: "Images",
      help: "For the model to look at: addresses, data: addresses or base64.",
      example: ["https://example.com/parcel.png"],
    }),
  temperature: z
    .number()
    .min(0)
    .max(2)
    .optional()
    .meta({ label: "Temperature", help: "0 for the most likely words, higher for more variety. Some models take none.", example: 0.7 }),
  maxOutputTokens: z.int().min(1).max(1_000_000).optional().meta({ label: "Most output tokens", example: 500 }),
};

/** What a language model's call gives beside its answer. */
export const answerFields = {
  finishReason: z
    .enum(["stop", "length", "content-filter", "tool-calls", "error", "other"])
    .meta({ label: "Why it ended", help: "length: maxOutputTokens was reached." }),
  usage: z
    .object({ inputTokens: z.number().nullable(), outputTokens: z.number().nullable(), totalTokens: z.number().nullable() })
    .meta({ label: "Tokens used", help: "Null where the provider does not count." }),
  model: z.string().meta({ label: "Model that answered" }),
};
