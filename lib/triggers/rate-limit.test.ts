import { describe, expect, it } from "vitest";
import { createRateLimit, rateLimitFromEnvironment } from "./rate-limit.ts";

function clock() {
  let at = 0;
  return { now: () => at, pass: (ms: number) => void (at += ms) };
}

describe("a rate limit", () => {
  it("allows the burst at once, then one call each time a token is back", () => {
    const time = clock();
    const limit = createRateLimit({ perSecond: 2, burst: 3, now: time.now });
    expect([1, 2, 3, 4].map(() => limit.take("a"))).toEqual([0, 0, 0, 1]);
    time.pass(500);
    expect([limit.take("a"), limit.take("a")]).toEqual([0, 1]);
  });

  it("counts each caller alone", () => {
    const limit = createRateLimit({ perSecond: 1, burst: 1, now: () => 0 });
    expect([limit.take("a"), limit.take("b"), limit.take("a")]).toEqual([0, 0, 1]);
  });

  it("says how many whole seconds a slow bucket needs", () => {
    const limit = createRateLimit({ perSecond: 0.1, burst: 1, now: () => 0 });
    limit.take("a");
    expect(limit.take("a")).toBe(10);
  });

  it("never saves up more than the burst", () => {
    const time = clock();
    const limit = createRateLimit({ perSecond: 10, burst: 2, now: time.now });
    time.pass(60_000);
    expect([1, 2, 3].map(() => limit.take("a"))).toEqual([0, 0, 1]);
  });
});

describe("WEFT_RATE_LIMIT", () => {
  it.each([
    ["5", { perSecond: 5, burst: 10 }],
    ["0.5/3", { perSecond: 0.5, burst: 3 }],
    [undefined, { perSecond: 1000, burst: 2000 }],
    ["many", { perSecond: 1000, burst: 2000 }],
  ])("reads %s", (value, expected) => {
    expect(rateLimitFromEnvironment(value)).toEqual(expected);
  });
});
