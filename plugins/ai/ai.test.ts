import { join } from "node:path";
import { describeService } from "../kit/contract/describe-service.ts";
import { plugin } from "./index.ts";

const SCHEMA = {
  type: "object",
  properties: { city: { type: "string", description: "Where it goes." }, parcels: { type: "integer" } },
  required: ["city", "parcels"],
  additionalProperties: false,
};

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "openai",
  environment: { AI_PROVIDER: "openai", OPENAI_API_KEY: "sk-contract" },
  actions: {
    generateText: {
      notSent: ["provider"],
      answers: [{ body: completion("Rain on a red box.") }],
      calls: [
        {
          method: "POST",
          url: "/chat/completions",
          body: {
            model: "gpt-5.4-mini",
            temperature: 0.7,
            max_completion_tokens: 500,
            messages: [
              { role: "system", content: "You are a friendly shop assistant." },
              { role: "user", content: "My parcel is late." },
              { role: "assistant", content: "I am sorry." },
              {
                role: "user",
                content: [
                  { type: "text", text: "Write a haiku about a late delivery." },
                  { type: "image_url", image_url: { url: "https://example.com/parcel.png" } },
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
        model: "gpt-5.4-mini-2026-03-17",
      },
    },
    generateObject: {
      notSent: ["provider", "schemaIn"],
      answers: [{ body: completion('{"city":"Paris","parcels":2}') }],
      calls: [
        {
          url: "/chat/completions",
          body: { response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema: SCHEMA } } },
        },
      ],
      output: { object: { city: "Paris", parcels: 2 }, finishReason: "stop" },
    },
    classify: {
      notSent: ["provider"],
      answers: [{ body: completion('{"value":"delivery"}') }],
      calls: [
        {
          body: {
            messages: [{ role: "system" }, { role: "user", content: "Where is my parcel?" }],
            response_format: {
              json_schema: { schema: { properties: { value: { type: "string", enum: ["delivery", "invoice", "other"] } } } },
            },
          },
        },
      ],
      output: { label: "delivery" },
    },
    generateImage: {
      // Pictures are sent as their bytes.
      notSent: ["provider", "images"],
      answers: [{ body: { created: 1713833628, data: [{ b64_json: "iVBORw0KGgoAAAANSUhEUg==" }] } }],
      calls: [{ method: "POST", url: "/images/edits" }],
      output: { images: [{ base64: "iVBORw0KGgoAAAANSUhEUg==", mediaType: "image/png" }], warnings: [], model: "gpt-image-2" },
    },
    embed: {
      notSent: ["provider"],
      answers: [
        {
          body: {
            object: "list",
            model: "text-embedding-3-small",
            data: [
              { object: "embedding", index: 0, embedding: [0.5, -1] },
              { object: "embedding", index: 1, embedding: [0, 1] },
            ],
            usage: { prompt_tokens: 11, total_tokens: 11 },
          },
        },
      ],
      calls: [
        {
          url: "/embeddings",
          body: { model: "text-embedding-3-small", input: ["Where is my parcel?", "I want my money back."], dimensions: 256 },
        },
      ],
      output: {
        embedding: [0.5, -1],
        embeddings: [
          [0.5, -1],
          [0, 1],
        ],
        usage: { tokens: 11 },
      },
    },
    listModels: {
      notSent: ["provider"],
      answers: [{ body: { object: "list", data: [{ id: "gpt-5.4-mini", object: "model", created: 1773705600, owned_by: "system" }] } }],
      calls: [{ method: "GET", url: "/models" }],
      output: { models: [{ id: "gpt-5.4-mini", name: "gpt-5.4-mini" }] },
    },
  },
});

function completion(content: string): unknown {
  return {
    id: "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
    object: "chat.completion",
    created: 1741569952,
    model: "gpt-5.4-mini-2026-03-17",
    choices: [{ index: 0, message: { role: "assistant", content, refusal: null }, logprobs: null, finish_reason: "stop" }],
    usage: { prompt_tokens: 19, completion_tokens: 10, total_tokens: 29 },
  };
}
