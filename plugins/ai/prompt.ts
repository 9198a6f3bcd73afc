import type { ModelMessage, StepResult, ToolSet } from "ai";
import { decodeBase64 } from "../kit/base64.ts";
import { retryable } from "../kit/failure.ts";
import type { GenerateTextInput, GenerateTextOutput } from "./types.generated.ts";

type PromptInput = Pick<GenerateTextInput, "prompt" | "system" | "messages" | "images" | "temperature" | "maxOutputTokens">;

/** What the AI SDK is told: the settings that are given, the images beside the prompt, and no retries, which are the engine's. */
export function promptOf({ prompt, system, messages = [], images = [], temperature, maxOutputTokens }: PromptInput): {
  messages: ModelMessage[];
  instructions?: string;
  temperature?: number;
  maxOutputTokens?: number;
  maxRetries: number;
} {
  const pictures = images.map((image) => ({ type: "file" as const, mediaType: "image", data: readImage(image) }));
  return {
    messages: [...messages, { role: "user", content: pictures.length === 0 ? prompt : [{ type: "text", text: prompt }, ...pictures] }],
    maxRetries: 0,
    ...(system === undefined ? {} : { instructions: system }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  };
}

function readImage(image: string): URL | Uint8Array {
  const address = /^https?:\/\//i.test(image) ? URL.parse(image) : null;
  return address ?? decodeBase64(image.replace(/^data:[^,]*;base64,/i, ""), "images");
}

/** The one step of a call without tools: what it gives beside its answer. */
export type Answer = Pick<StepResult<ToolSet>, "finishReason" | "usage" | "response">;

/** What a call gives beside its answer, as the actions' outputs name it. Throws when the provider's own stream broke off: half an answer is none. */
export function readAnswer(label: string, { finishReason, usage, response }: Answer): Omit<GenerateTextOutput, "text"> {
  if (finishReason === "interrupted") throw retryable(`${label}: the answer broke off.`, { name: "AnswerInterrupted" });
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
