import { join } from "node:path";
import { describeService } from "../kit/contract/describe-service.ts";
import { plugin } from "./index.ts";

const ANSWER = {
  finishReason: { unified: "stop", raw: "stop" },
  usage: {
    inputTokens: { total: 19, noCache: 19, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: 10, text: 10, reasoning: 0 },
  },
  warnings: [],
};

describeService(plugin, {
  contract: join(import.meta.dirname, "gateway.contract.yaml"),
  environment: { AI_GATEWAY_API_KEY: "vck_contract" },
  failure: (_, message) => ({ error: { message, type: "invalid_request_error" } }),
  actions: {
    generateText: {
      inputs: [
        {
          model: "anthropic/claude-sonnet-5",
          prompt: "Hello",
          system: "Be brief.",
          images: ["https://example.com/parcel.png"],
          maxOutputTokens: 50,
        },
      ],
      calls: [
        {
          method: "POST",
          url: "/language-model",
          body: {
            maxOutputTokens: 50,
            prompt: [
              { role: "system", content: "Be brief." },
              {
                role: "user",
                content: [
                  { type: "text", text: "Hello" },
                  { type: "file", mediaType: "image", data: { type: "url", url: "https://example.com/parcel.png" } },
                ],
              },
            ],
          },
        },
      ],
      output: {
        text: "Rain on a red box.",
        finishReason: "stop",
        usage: { inputTokens: 19, outputTokens: 10, totalTokens: 29 },
        model: "anthropic/claude-sonnet-5",
      },
    },
    generateObject: {
      inputs: [{ model: "openai/gpt-5.4-mini", prompt: "Where to?", schema: { type: "object", properties: { city: { type: "string" } } } }],
      answers: [{ body: { ...ANSWER, content: [{ type: "text", text: '{"city":"Paris"}' }] } }],
      calls: [{ body: { responseFormat: { type: "json", name: "answer", schema: { properties: { city: { type: "string" } } } } } }],
      output: { object: { city: "Paris" } },
    },
    classify: {
      inputs: [{ model: "openai/gpt-5.4-mini", text: "Where is it?", labels: ["delivery", "invoice"] }],
      notSent: [],
      answers: [{ body: { ...ANSWER, content: [{ type: "text", text: '{"value":"delivery"}' }] } }],
      output: { label: "delivery" },
    },
    generateImage: {
      inputs: [{ model: "bfl/flux-2-pro", prompt: "A red parcel", aspectRatio: "16:9" }],
      calls: [{ url: "/image-model", body: { prompt: "A red parcel", n: 1, aspectRatio: "16:9" } }],
      output: { images: [{ base64: "iVBORw0KGgoAAAANSUhEUg==", mediaType: "image/png" }], model: "bfl/flux-2-pro" },
    },
    embed: {
      inputs: [{ model: "google/gemini-embedding-2", value: ["Where is my parcel?", "I want my money back."], dimensions: 256 }],
      calls: [{ url: "/embedding-model", body: { values: ["Where is my parcel?", "I want my money back."], dimensions: 256 } }],
      output: {
        embedding: [0.0023, -0.0093],
        embeddings: [
          [0.0023, -0.0093],
          [0.0123, 0.0041],
        ],
        usage: { tokens: 11 },
      },
    },
    listModels: {
      inputs: [{}],
      calls: [{ method: "GET", url: "/config" }],
      output: { models: [{ id: "anthropic/claude-sonnet-5", name: "Claude Sonnet 5" }] },
    },
  },
});
