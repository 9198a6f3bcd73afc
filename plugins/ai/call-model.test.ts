import { afterEach, describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import type { ProviderName } from "./providers.ts";
import { PROVIDER_NAMES, PROVIDERS } from "./providers.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { classify } from "./steps/classify.ts";
import { embed } from "./steps/embed.ts";
import { generateImage } from "./steps/generate-image.ts";
import { generateObject } from "./steps/generate-object.ts";
import { generateText } from "./steps/generate-text.ts";

/** What a provider was asked: the rest of the platform's fetch is tested by the service's contract. */
interface Asked {
  readonly url: string;
  readonly headers: Headers;
  // The body is whatever the SDK made.
  readonly body: ReturnType<typeof JSON.parse>;
}

const set = new Set<string>();

afterEach(() => {
  for (const name of set) delete process.env[name];
  set.clear();
});

function environment(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    process.env[name] = value;
    set.add(name);
  }
}

/** Runs a step against a provider that gives these answers, one after the other. */
async function ask<Output>(answers: readonly unknown[], step: () => Promise<Output>): Promise<{ output: Output; asked: Asked[] }> {
  const asked: Asked[] = [];
  const context = {
    idempotencyKey: "key",
    attempt: 1,
    signal: new AbortController().signal,
    fetch: async (url: URL, init: RequestInit) => {
      const text = await new Response(init.body ?? null).text();
      asked.push({ url: url.href, headers: new Headers(init.headers), body: text === "" ? undefined : JSON.parse(text) });
      return Response.json(answers[asked.length - 1] ?? answers.at(-1));
    },
  };
  return { output: await withStepContext(context, step), asked };
}

function completion(content: string, finishReason = "stop"): unknown {
  return {
    id: "1",
    created: 1,
    model: "m-1",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: finishReason }],
  };
}

const USAGE = { inputTokens: { total: 1 }, outputTokens: { total: 1 } };

const compatible = PROVIDER_NAMES.filter((name) => name !== "gateway" && name !== "custom");

describe("the providers", () => {
  it.each(compatible)("calls %s at its own address with its own key", async (provider) => {
    environment({ [PROVIDERS[provider].keyVariable]: "sk-own", AI_GATEWAY_API_KEY: "vck-gateway" });
    const { output, asked } = await ask([completion("Hi")], () => generateText({ provider, model: "m-1", prompt: "Hello" }));
    expect(output).toMatchObject({ text: "Hi", model: "m-1" });
    expect(asked[0]?.url).toBe(`${PROVIDERS[provider].baseUrl}/chat/completions`);
    expect(asked[0]?.headers.get("authorization")).toBe("Bearer sk-own");
  });

  it("calls any other server at the address of the connection, without a key if it has none", async () => {
    environment({ WEFT_CONNECTION_LAB_PROVIDER: "custom", WEFT_CONNECTION_LAB_BASE_URL: "https://lab.example.com/v1/" });
    const { asked } = await ask([completion("Hi")], () => generateText({ model: "qwen3", prompt: "Hello" }, { connection: "lab" }));
    expect(asked[0]?.url).toBe("https://lab.example.com/v1/chat/completions");
    expect(asked[0]?.headers.get("authorization")).toBeNull();
  });

  it("names the variable that is missing", async () => {
    const error = await generateText({ provider: "groq", model: "m", prompt: "p" }).catch((thrown: unknown) => thrown);
    expect(stepError(error)).toEqual({ name: "MissingCredential", message: "GROQ_API_KEY is not set, which Groq needs." });
    const custom = await generateText({ provider: "custom", model: "m", prompt: "p" }).catch((thrown: unknown) => thrown);
    expect(stepError(custom).message).toBe("AI_BASE_URL is not set, which Another OpenAI-compatible server needs.");
  });

  it("never sends a connection's key to another provider", async () => {
    environment({ WEFT_CONNECTION_FAST_PROVIDER: "groq", WEFT_CONNECTION_FAST_API_KEY: "gsk-1" });
    const step = generateText({ provider: "openai", model: "m", prompt: "p" }, { connection: "fast" });
    const error = await step.catch((thrown: unknown) => thrown);
    expect(stepError(error).message).toBe('The connection "fast" is for groq, the step asks for openai: choose a connection for openai.');
  });

  it("refuses a provider that nobody knows", async () => {
    environment({ AI_PROVIDER: "skynet" });
    const error = await generateText({ model: "m", prompt: "p" }).catch((thrown: unknown) => thrown);
    expect(stepError(error)).toMatchObject({
      name: "InvalidInput",
      message: expect.stringContaining('is "skynet"; it must be one of gateway'),
    });
  });

  it("tells what a connection reaches, with the headers that Anthropic's list wants", async () => {
    environment({ AI_PROVIDER: "anthropic", ANTHROPIC_API_KEY: "sk-ant" });
    const { output, asked } = await ask([{ data: [{ id: "claude-sonnet-5", display_name: "Claude Sonnet 5" }] }], () =>
      checkConnection({}),
    );
    expect(output).toEqual({ account: "Anthropic, with 1 model" });
    expect(asked[0]?.headers.get("x-api-key")).toBe("sk-ant");
    expect(asked[0]?.headers.get("anthropic-version")).toBe("2023-06-01");
  });

  it("asks what a key is worth where anybody may see the models", async () => {
    environment({ AI_GATEWAY_API_KEY: "vck-own" });
    const gateway = await ask([{ balance: "4.20", total_used: "0.80" }], () => checkConnection({}));
    expect(gateway.asked[0]?.url).toBe("https://ai-gateway.vercel.sh/v1/credits");
    expect(gateway.output).toEqual({ account: "Vercel AI Gateway, with $4.20 left" });
    environment({ AI_PROVIDER: "openrouter", OPENROUTER_API_KEY: "sk-or" });
    const openrouter = await ask([{ data: { label: "sk-or-v1-abc...123", usage: 0 } }], () => checkConnection({}));
    expect(openrouter.asked[0]?.url).toBe("https://openrouter.ai/api/v1/key");
    expect(openrouter.asked[0]?.headers.get("authorization")).toBe("Bearer sk-or");
  });
});

describe("generateObject", () => {
  const schema = { type: "object", properties: { city: { type: "string" }, zip: { type: "string" } }, required: ["city"] };
  const using = (provider: ProviderName): void => environment({ [PROVIDERS[provider].keyVariable]: "sk-own" });

  it("does not ask for a provider's strict mode when the schema leaves anything open", async () => {
    using("openai");
    const { output, asked } = await ask([completion('{"city":"Paris"}')], () =>
      generateObject({ provider: "openai", model: "m", prompt: "p", schema }),
    );
    expect(output.object).toEqual({ city: "Paris" });
    expect(asked[0]?.body.response_format.json_schema).toEqual({ name: "answer", strict: false, schema });
  });

  it("puts the schema into the prompt where the provider takes none, and reads an answer between fences", async () => {
    using("anthropic");
    const { output, asked } = await ask([completion('```json\n{"city":"Paris"}\n```')], () =>
      generateObject({ provider: "anthropic", model: "m", prompt: "p", system: "Be exact.", schema }),
    );
    expect(output.object).toEqual({ city: "Paris" });
    expect(asked[0]?.body.response_format).toBeUndefined();
    expect(asked[0]?.body.messages[0].content).toBe(
      `Be exact.\n\nAnswer with JSON alone, without Markdown, that fits this JSON Schema:\n${JSON.stringify(schema)}`,
    );
  });

  it("does so with any provider when told to", async () => {
    using("groq");
    const { asked } = await ask([completion('{"city":"Paris"}')], () =>
      generateObject({ provider: "groq", model: "m", prompt: "p", schema, schemaIn: "prompt" }),
    );
    expect(asked[0]?.body.response_format).toEqual({ type: "json_object" });
  });

  it("gives lists and plain values too, though providers want an object", async () => {
    using("openai");
    const list = { type: "array", items: { $ref: "#/$defs/City" }, $defs: { City: { type: "string" } } };
    const { output, asked } = await ask([completion('{"value":["Paris"]}')], () =>
      generateObject({ provider: "openai", model: "m", prompt: "p", schema: list }),
    );
    expect(output.object).toEqual(["Paris"]);
    expect(asked[0]?.body.response_format.json_schema).toMatchObject({
      strict: true,
      schema: { type: "object", properties: { value: { type: "array" } }, $defs: { City: { type: "string" } } },
    });
  });

  it.each([
    ["tries again when the answer does not fit", completion('{"city":1}'), RetryableError, "NoObjectGenerated", "city: Invalid input"],
    ["tries again when the answer is not JSON", completion("Paris!"), RetryableError, "NoObjectGenerated", "the answer is not JSON"],
    ["gives up when the answer was cut off", completion('{"ci', "length"), FatalError, "AnswerTooLong", "longer than maxOutputTokens"],
    ["gives up when a filter withheld it", completion("", "content_filter"), FatalError, "ContentFilter", "a filter withheld"],
    ["gives up when there is no answer at all", { choices: [] }, FatalError, "MalformedAnswer", "not what its API promises"],
  ])("%s", async (_, answer, type, name, message) => {
    using("openai");
    const error = await ask([answer], () => generateObject({ provider: "openai", model: "m", prompt: "p", schema })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(type);
    expect(stepError(error)).toMatchObject({ name, message: expect.stringContaining(message) });
  });

  it("says so when the schema is none", async () => {
    using("openai");
    const error = await generateObject({ provider: "openai", model: "m", prompt: "p", schema: { type: "wat" } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(stepError(error)).toMatchObject({ name: "InvalidInput", message: expect.stringContaining("schema is not a JSON Schema") });
  });

  it("never gives a label that was not offered", async () => {
    using("openai");
    const step = () => classify({ provider: "openai", model: "m", text: "t", labels: ["a", "b"] });
    const error = await ask([completion('{"value":"c"}')], step).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RetryableError);
  });
});

describe("what is sent", () => {
  it("sends base64 and data: images as data", async () => {
    environment({ MISTRAL_API_KEY: "sk-own" });
    const png = "iVBORw0KGgoAAAANSUhEUg==";
    const { asked } = await ask([completion("A box.")], () =>
      generateText({ provider: "mistral", model: "m", prompt: "What?", images: [png, `data:image/png;base64,${png}`] }),
    );
    const url = `data:image/png;base64,${png}`;
    expect(asked[0]?.body.messages[0].content).toEqual([
      { type: "text", text: "What?" },
      { type: "image_url", image_url: { url } },
      { type: "image_url", image_url: { url } },
    ]);
  });

  it("speaks the version of the gateway's protocol that its address is for", async () => {
    environment({ AI_GATEWAY_API_KEY: "vck-own" });
    const png = "iVBORw0KGgoAAAANSUhEUg==";
    const text = await ask(
      [{ content: [{ type: "text", text: "A box." }], finishReason: { unified: "stop" }, usage: USAGE, warnings: [] }],
      () => generateText({ model: "openai/gpt-5.4-mini", prompt: "What?", images: [png] }),
    );
    expect(text.asked[0]?.url).toBe("https://ai-gateway.vercel.sh/v4/ai/language-model");
    expect(Object.fromEntries(text.asked[0]?.headers ?? [])).toMatchObject({
      authorization: "Bearer vck-own",
      "ai-gateway-protocol-version": "0.0.1",
      "ai-gateway-auth-method": "api-key",
      "ai-language-model-specification-version": "4",
      "ai-language-model-id": "openai/gpt-5.4-mini",
      "ai-language-model-streaming": "false",
    });
    expect(text.asked[0]?.body.prompt[0].content[1]).toEqual({
      type: "file",
      mediaType: "image/png",
      data: { type: "data", data: png },
    });
    const image = await ask([{ images: [png] }], () => generateImage({ model: "bfl/flux-2-pro", prompt: "p" }));
    expect(image.asked[0]?.headers.get("ai-image-model-specification-version")).toBe("4");
    expect(image.asked[0]?.body).toEqual({ prompt: "p", n: 1, providerOptions: {} });
    const vectors = await ask([{ embeddings: [[0.5]] }], () => embed({ model: "voyage/voyage-3.5", value: "t", dimensions: 256 }));
    expect(vectors.asked[0]?.headers.get("ai-embedding-model-specification-version")).toBe("4");
    expect(vectors.asked[0]?.body).toEqual({ values: ["t"], dimensions: 256 });
  });

  it("tries again when the provider's own stream broke off, which the gateway tells by the reason alone", async () => {
    environment({ AI_GATEWAY_API_KEY: "vck-own" });
    const half = { content: [{ type: "text", text: "A bo" }], finishReason: { unified: "interrupted" }, usage: USAGE, warnings: [] };
    const error = await ask([half], () => generateText({ model: "m", prompt: "p" })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RetryableError);
    expect(stepError(error)).toEqual({ name: "AnswerInterrupted", message: "Vercel AI Gateway: the answer broke off." });
  });

  it("names the length of a vector as each provider does", async () => {
    environment({ OPENAI_API_KEY: "sk-own", MISTRAL_API_KEY: "sk-own" });
    const answer = { data: [{ embedding: [0.5] }] };
    const openai = await ask([answer], () => embed({ provider: "openai", model: "m", value: "t", dimensions: 256 }));
    expect(openai.asked[0]?.body).toEqual({ model: "m", input: ["t"], encoding_format: "float", dimensions: 256 });
    const mistral = await ask([answer], () => embed({ provider: "mistral", model: "m", value: "t", dimensions: 256 }));
    expect(mistral.asked[0]?.body).toEqual({ model: "m", input: ["t"], encoding_format: "float", output_dimension: 256 });
  });

  it("does not take fewer vectors than texts for an answer", async () => {
    environment({ OPENAI_API_KEY: "sk-own" });
    const error = await ask([{ data: [{ embedding: [0.5] }] }], () =>
      embed({ provider: "openai", model: "m", value: ["one", "two"] }),
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).name).toBe("MalformedAnswer");
  });

  it("asks OpenAI's models for pictures without the field that they refuse", async () => {
    environment({ OPENAI_API_KEY: "sk-own" });
    const { asked } = await ask([{ data: [{ b64_json: "iVBORw0KGgoAAAANSUhEUg==" }] }], () =>
      generateImage({ provider: "openai", model: "gpt-image-2", prompt: "p", n: 2, size: "1536x1024" }),
    );
    expect(asked[0]?.url).toBe("https://api.openai.com/v1/images/generations");
    expect(asked[0]?.body).toEqual({ model: "gpt-image-2", prompt: "p", n: 2, size: "1536x1024" });
  });

  it("fetches a picture to change with the same guard, without the key", async () => {
    environment({ AI_GATEWAY_API_KEY: "vck-own" });
    const { asked } = await ask(["png", { images: ["iVBORw0KGgoAAAANSUhEUg=="] }], () =>
      generateImage({ model: "openai/gpt-image-2", prompt: "p", images: ["https://example.com/door.png"] }),
    );
    expect(asked.map(({ url }) => url)).toEqual(["https://example.com/door.png", "https://ai-gateway.vercel.sh/v4/ai/image-model"]);
    expect(asked[0]?.headers.get("authorization")).toBeNull();
    expect(asked[1]?.body.files).toEqual([{ type: "file", data: btoa('"png"'), mediaType: "image/png" }]);
  });

  it("asks the models of old for base64, and says what a provider ignored", async () => {
    environment({ OPENAI_API_KEY: "sk-own" });
    const { output, asked } = await ask([{ data: [{ b64_json: "iVBORw0KGgoAAAANSUhEUg==" }] }], () =>
      generateImage({ provider: "openai", model: "dall-e-3", prompt: "p", aspectRatio: "1:1" }),
    );
    expect(asked[0]?.body).toEqual({ model: "dall-e-3", prompt: "p", n: 1, response_format: "b64_json" });
    expect(output.warnings).toEqual(["This model does not support aspect ratio. Use `size` instead."]);
  });

  it("fetches an image that the provider gives as an address with the same guard, without the key", async () => {
    environment({ XAI_API_KEY: "sk-own" });
    const answers = [{ data: [{ url: "https://images.example.com/1.png" }] }, "png"];
    const { output, asked } = await ask(answers, () => generateImage({ provider: "xai", model: "grok-imagine-image", prompt: "p" }));
    expect(asked.map(({ url }) => url)).toEqual(["https://api.x.ai/v1/images/generations", "https://images.example.com/1.png"]);
    expect(asked[1]?.headers.get("authorization")).toBeNull();
    expect(output.images).toHaveLength(1);
  });
});
