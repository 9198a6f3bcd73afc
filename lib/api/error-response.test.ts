import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../errors.ts";
import { errorResponse } from "./error-response.ts";

const request = new Request("http://weft.test/api/runs");
const logged: unknown[][] = [];

beforeEach(() => {
  logged.length = 0;
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void logged.push(words));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("a failure as an answer", () => {
  it("has one shape, with null for what is not there", async () => {
    const response = errorResponse(new AppError("not_found", "No run x."), request);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { code: "not_found", message: "No run x.", hint: null, details: null } });
    expect(logged).toEqual([]);
  });

  it("keeps what we did not foresee to the log, and a statement's values out of that too", async () => {
    const wrapped = new Error("Failed query … params: weft_secret", { cause: new Error("syntax error") });
    const response = errorResponse(wrapped, request);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/syntax|secret/);
    expect(String(logged)).toContain("syntax error");
    expect(String(logged)).not.toContain("secret");
  });

  it.each(["ECONNREFUSED", "57P01", "08006", "53300"])("is 503 when the database is gone: %s", async (code) => {
    const response = errorResponse(new Error("query", { cause: Object.assign(new Error("gone"), { code }) }), request);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await response.json()).toMatchObject({ error: { code: "unavailable" } });
  });

  it("is recognised whichever copy of our modules threw it", async () => {
    const foreign = Object.assign(new Error("Slow down."), {
      name: "AppError",
      code: "rate_limited",
      status: 429,
      details: { retryAfter: 7 },
    });
    const response = errorResponse(foreign, request);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
  });
});
