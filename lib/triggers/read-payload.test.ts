import { describe, expect, it } from "vitest";
import { maxPayload, readPayload, requestFacts } from "./read-payload.ts";

function post(body: BodyInit | null, type?: string): Request {
  return new Request("http://weft.test/api/triggers/a?x=1&y=2&x=3", {
    method: "POST",
    body,
    headers: {
      ...(type === undefined ? {} : { "content-type": type }),
      authorization: "Bearer weft_secret",
      cookie: "a=b",
      "x-trace": "t",
    },
  });
}

describe("a trigger's payload", () => {
  it.each([
    ["JSON", '{"a":1}', "application/json; charset=utf-8", { a: 1 }],
    ["JSON of a vendor", '{"a":1}', "application/vnd.github+json", { a: 1 }],
    ["a form", "a=1&b=2&a=3", "application/x-www-form-urlencoded", { a: ["1", "3"], b: "2" }],
    ["JSON that curl calls a form", '{"a":1}', "application/x-www-form-urlencoded", { a: 1 }],
    ["text", "hello", "text/plain", "hello"],
    ["nothing", null, "application/json", undefined],
  ])("reads %s", async (_name, body, type, expected) => {
    expect(await readPayload(post(body, type), 1000)).toEqual(expected);
  });

  it("keeps a form field called __proto__ a plain field", async () => {
    const payload = await readPayload(post("__proto__=1", "application/x-www-form-urlencoded"), 100);
    expect(Object.keys(payload as object)).toEqual(["__proto__"]);
  });

  it("refuses malformed JSON, other types, and text that is not UTF-8", async () => {
    await expect(readPayload(post("{a", "application/json"), 100)).rejects.toMatchObject({ code: "bad_request" });
    await expect(readPayload(post("x", "image/png"), 100)).rejects.toMatchObject({ code: "unsupported_media_type" });
    await expect(readPayload(post(new Uint8Array([0xff, 0xfe]), "text/plain"), 100)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("stops reading a stream that goes on and on past the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000).fill(97));
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { "content-type": "text/plain" },
    };
    await expect(readPayload(new Request("http://weft.test/", init), 5000)).rejects.toMatchObject({
      code: "payload_too_large",
      status: 413,
    });
    expect(sent).toBeLessThan(20_000_000);
  });
});

it("gives a run the query and headers, never the caller's secrets", () => {
  expect(requestFacts(post("{}", "application/json"))).toEqual({
    query: { x: "3", y: "2" },
    headers: { "content-type": "application/json", "x-trace": "t" },
  });
});

it.each([
  [undefined, 1_048_576],
  ["2000", 2000],
  ["-1", 1_048_576],
  ["lots", 1_048_576],
])("takes WEFT_MAX_BODY=%s as a limit", (value, expected) => {
  expect(maxPayload(value)).toBe(expected);
});
