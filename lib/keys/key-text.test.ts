import { describe, expect, it } from "vitest";
import { bearerKey, hashKey, newKeyText, sameHash } from "./key-text.ts";

describe("a key", () => {
  it("has 256 random bits after its prefix and is never the same twice", () => {
    const keys = new Set(Array.from({ length: 100 }, newKeyText));
    expect(keys.size).toBe(100);
    for (const key of keys) expect(Buffer.from(key.slice(5), "base64url")).toHaveLength(32);
  });

  it("is kept as SHA-256", () => {
    expect(hashKey("weft_a")).toBe("32f468646f73fde4928702605053e13693699f5c51f016743507a078ea4299c8");
    expect(sameHash(hashKey("weft_a"), hashKey("weft_a"))).toBe(true);
    expect(sameHash(hashKey("weft_a"), hashKey("weft_b"))).toBe(false);
    expect(sameHash("a", "ab")).toBe(false);
  });
});

describe("the Authorization header", () => {
  const key = newKeyText();
  it.each([
    [`Bearer ${key}`, key],
    [`bearer ${key}`, key],
    [key, undefined],
    ["Basic abc", undefined],
    [`Bearer ${key}x`, undefined],
    [`Bearer weft_short`, undefined],
    [null, undefined],
  ])("%s", (header, expected) => {
    expect(bearerKey(header)).toBe(expected);
  });
});
