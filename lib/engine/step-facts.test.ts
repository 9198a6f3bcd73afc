import { describe, expect, it } from "vitest";

import { previewOf, usageOf } from "./step-facts.ts";

describe("a preview", () => {
  it("is one line of at most 120 characters, whatever the value", () => {
    expect(previewOf({ id: 7, name: "Ada", tags: ["a", null], at: new Date(0) })).toBe(
      '{id: 7, name: "Ada", tags: ["a", null], at: "1970-01-01T00:00:00.000Z"}',
    );
    expect(previewOf(" two\n lines\t")).toBe("two lines");
    expect([previewOf(undefined), previewOf(null), previewOf(5), previewOf([]), previewOf({})]).toEqual([
      "undefined",
      "null",
      "5",
      "[]",
      "{}",
    ]);
    const long = previewOf(Array.from({ length: 1_000_000 }, (_, n) => n));
    expect([long.length, long.endsWith("…")]).toEqual([120, true]);
    expect(previewOf("a\0b")).toBe("a\uFFFDb");
  });

  it("looks no further than it shows", () => {
    let read = 0;
    const endless = new Proxy([], { get: (_target, key) => (key === "length" ? 1e9 : (read++, "x")), ownKeys: () => [] });
    previewOf({ first: "y".repeat(500), endless });
    expect(read).toBe(0);
  });
});

describe("the use of tokens", () => {
  const step = (action: string) => ({ node: "n", kind: "action", action }) as const;

  it("is what AI actions say, in whichever words", () => {
    const output = { text: "", model: "gpt-x", usage: { inputTokens: 19, outputTokens: 10, totalTokens: 29 } };
    expect(usageOf(step("ai.generateText"), { model: "asked" }, output)).toEqual({ inputTokens: 19, outputTokens: 10, model: "gpt-x" });
    expect(usageOf(step("ai.embed"), { model: "asked" }, { usage: { tokens: 11 } })).toEqual({
      inputTokens: 11,
      outputTokens: 0,
      model: "asked",
    });
    expect(usageOf(step("perplexity.ask"), {}, { usage: { prompt_tokens: 2, completion_tokens: 3 } })).toEqual({
      inputTokens: 2,
      outputTokens: 3,
      model: null,
    });
  });

  it("is not what somebody else's answer says", () => {
    const output = { usage: { inputTokens: 1, outputTokens: 1 } };
    expect(usageOf(step("http.request"), {}, output)).toBeUndefined();
    expect(usageOf({ node: "n", kind: "code", source: "" }, {}, output)).toBeUndefined();
    expect(usageOf(step("ai.generateText"), {}, { usage: { inputTokens: null, outputTokens: null } })).toBeUndefined();
  });
});
