import { expect, it } from "vitest";
import { backoff, isRetryableStatus, parseRetryAfter } from "./failure.ts";

it("doubles the delay each attempt up to a minute, within its upper half", () => {
  for (const [attempt, full] of [
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [7, 60_000],
    [100, 60_000],
  ] as const) {
    const delay = backoff(attempt);
    expect(delay).toBeGreaterThanOrEqual(full / 2);
    expect(delay).toBeLessThanOrEqual(full);
  }
});

it("retries what time can mend", () => {
  expect([400, 401, 404, 408, 409, 425, 429, 499, 500, 503].filter(isRetryableStatus)).toEqual([408, 425, 429, 500, 503]);
});

it("reads Retry-After as seconds or a date, and ignores anything else", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  expect(parseRetryAfter("3", now)).toBe(3_000);
  expect(parseRetryAfter("Thu, 01 Jan 2026 00:00:10 GMT", now)).toBe(10_000);
  expect(parseRetryAfter("999999999", now)).toBe(86_400_000);
  expect(parseRetryAfter("Wed, 31 Dec 2025 00:00:00 GMT", now)).toBe(0);
  expect([undefined, "", "soon", "NaN", "Infinity"].map((header) => parseRetryAfter(header, now))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
