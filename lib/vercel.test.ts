import { afterEach, expect, it, vi } from "vitest";
import { clientAddress } from "./auth/client-address.ts";
import { vercelUrl } from "./vercel.ts";

const SYSTEM = {
  VERCEL: "1",
  VERCEL_PROJECT_PRODUCTION_URL: "weft.example",
  VERCEL_BRANCH_URL: "weft-git-a.vercel.app",
  VERCEL_URL: "weft-1a2b.vercel.app",
};

afterEach(() => vi.unstubAllEnvs());

it("knows the address of production by its domain, and of a preview by its branch", () => {
  expect(vercelUrl({ ...SYSTEM, VERCEL_ENV: "production" })).toBe("https://weft.example");
  expect(vercelUrl({ ...SYSTEM, VERCEL_ENV: "preview" })).toBe("https://weft-git-a.vercel.app");
  expect(vercelUrl({ VERCEL: "1", VERCEL_URL: SYSTEM.VERCEL_URL })).toBe("https://weft-1a2b.vercel.app");
  expect(vercelUrl({ ...SYSTEM, VERCEL: undefined })).toBeUndefined();
});

it("takes a caller's address from the platform there, and from our own server elsewhere: never from where a caller could write it", () => {
  const headers = new Headers({ "x-real-ip": "203.0.113.9", "x-weft-address": "198.51.100.1", "x-forwarded-for": "192.0.2.1" });
  expect(clientAddress(headers)).toBe("198.51.100.1");
  vi.stubEnv("VERCEL", "1");
  expect(clientAddress(headers)).toBe("203.0.113.9");
});
