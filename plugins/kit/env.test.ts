import { afterEach, expect, it, vi } from "vitest";
import { env } from "./env.ts";

afterEach(() => vi.unstubAllEnvs());

it("reads a variable when it is asked for", () => {
  vi.stubEnv("SHOP_REGION", "eu");
  expect(env["SHOP_REGION"]).toBe("eu");
});

it("throws for one that is not set, and names it", () => {
  expect(() => env["SHOP_REGION"]).toThrow("The environment variable SHOP_REGION is not set.");
  vi.stubEnv("SHOP_REGION", "");
  expect(() => env["SHOP_REGION"]).toThrow("The environment variable SHOP_REGION is not set.");
});
