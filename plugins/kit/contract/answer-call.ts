import { sample } from "openapi-sampler";
import type { Description, Json, Operation } from "./description.ts";
import { escapeKey } from "./description.ts";

/** How a service answers one call. */
export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly text?: string;
  /** In place of both, a text of so many bytes. */
  readonly size?: number;
}

/** What a healthy service answers: the description's own example, or one made from its schema. */
export function answerCall(description: Description, operation: Operation): FakeAnswer {
  const responses = (operation.definition["responses"] ?? {}) as Json;
  const status = Object.keys(responses).find((key) => /^2\d\d$/.test(key)) ?? (responses["2XX"] ? "2XX" : "default");
  const code = status.startsWith("2") ? Number(status.replace("XX", "00")) : 200;
  const response = description.resolve(`${operation.pointer}/responses/${status}`);
  const content = ((response.value as Json | undefined)?.["content"] ?? {}) as Json;
  const type = Object.keys(content).find((name) => /json/.test(name)) ?? Object.keys(content)[0];
  if (type === undefined) return { status: code === 200 ? 200 : code };
  const media = `${response.pointer}/content/${escapeKey(type)}`;
  const example = exampleOf(description, media);
  // Atlassian writes its examples as texts that hold JSON.
  const body = /json/.test(type) && typeof example === "string" ? readJson(example) : example;
  const headers = { "content-type": type };
  return /json/.test(type) ? { status: code, headers, body } : { status: code, headers, text: typeof body === "string" ? body : "content" };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function exampleOf(description: Description, media: string): unknown {
  const { value, pointer } = description.resolve(media);
  const { example, examples } = value as Json;
  if (example !== undefined) return example;
  const first = Object.keys((examples ?? {}) as Json)[0];
  const named = first === undefined ? undefined : description.resolve(`${pointer}/examples/${escapeKey(first)}`);
  if (named?.value !== undefined) {
    const own = (named.value as Json)["value"];
    // GitHub's description puts a reference to another example into the value of one.
    const refers = typeof own === "object" && own !== null && "$ref" in own;
    return refers ? description.resolve(`${named.pointer}/value/value`).value : own;
  }
  const schema = description.resolve(`${pointer}/schema`).value as Json | undefined;
  // The sampler's types know draft 7; it reads what OpenAPI 3.1 adds.
  return schema === undefined
    ? {}
    : sample(schema as object, { skipWriteOnly: true, quiet: true, maxSampleDepth: 10 }, description.document);
}
