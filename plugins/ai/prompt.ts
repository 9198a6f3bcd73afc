import type { GenerateTextResult, ModelMessage, ToolSet } from "ai";
import { decodeBase64 } from "../kit/base64.ts";
import type { GenerateTextInput, GenerateTextOutput } from "./types.generated.ts";

type PromptInput = Pick<GenerateTextInput, "prompt" | "system" | "messages" | "images" | "temperature" | "maxOutputTokens">;

/** What the AI SDK is told: the settings that are given, the images beside the prompt, and no retries, which are the engine's. */
export function promptOf({ prompt, system, messages = [], images = [], temperature, maxOutputTokens }: PromptInput): {
  messages: ModelMessage[];
  system?: string;
  temperature?: number;
  maxOutputTokens?: number;
  maxRetries: number;
} {
  const pictures = images.map((image) => ({ type: "image" as const, image: readImage(image) }));
  return {
    messages: [...messages, { role: "user", content: pictures.length === 0 ? prompt : [{ type: "text", text: prompt }, ...pictures] }],
    maxRetries: 0,
    ...(system === undefined ? {} : { system }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  };
}

function readImage(image: string): URL | Uint8Array {
  const address = /^https?:\/\//i.test(image) ? URL.parse(image) : null;
  return address ?? decodeBase64(image.replace(/^data:[^,]*;base64,/i, ""), "images");
}

/** What a call gives beside its answer, as the actions' outputs name it. */
export function readAnswer({
  finishReason,
  usage,
  response,
}: Pick<GenerateTextResult<ToolSet, never>, "finishReason" | "usage" | "response">): Omit<GenerateTextOutput, "text"> {
  return {
    finishReason,
    usage: {
      inputTokens: usage.inputTokens ?? null,
      outputTokens: usage.outputTokens ?? null,
      totalTokens: usage.totalTokens ?? null,
    },
    model: response.modelId,
  };
}
