import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { proxy } from "../../proxy.ts";
import { Browser } from "./browser.ts";
import type { Api } from "./start-api.ts";
import { startApi } from "./start-api.ts";

let api: Api;

beforeAll(async () => {
  vi.stubEnv("WEFT_AUTH_SECRET", "a secret of the tests, of 32 characters or more");
  api = await startApi();
});
afterAll(() => api.close());
afterEach(() => vi.unstubAllEnvs());

const COMMON = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const page = () => proxy(new NextRequest("http://127.0.0.1:3000/sign-in"));

it("gives every page a policy with a nonce of its own, which Next and the page are told", () => {
  const [first, second] = [page(), page()];
  const policy = first.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([A-Za-z0-9+/=]{48})'/.exec(policy)?.[1];
  expect(policy).toBe(
    [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob: https://avatars.githubusercontent.com https://lh3.googleusercontent.com",
      "font-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self' blob:",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
  );
  expect(second.headers.get("content-security-policy")).not.toBe(policy);
  expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
  expect(first.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
  expect(Object.fromEntries(Object.keys(COMMON).map((name) => [name, first.headers.get(name)]))).toEqual(COMMON);
});

it("loosens the policy for hot reload while Weft is developed, and never else", () => {
  vi.stubEnv("NODE_ENV", "development");
  const policy = page().headers.get("content-security-policy");
  expect(policy).toContain("'strict-dynamic' 'unsafe-eval';");
  expect(policy).toContain("connect-src 'self' ws:;");
});

it("tells browsers to come by https alone where people come by https", async () => {
  expect(page().headers.get("strict-transport-security")).toBeNull();
  vi.stubEnv("WEFT_URL", "https://weft.example");
  expect(page().headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  expect((await api.call("GET", "/api/health")).headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
});

it("makes every answer of the API data that nobody frames, keeps or reads from elsewhere, failures and sign-ins too", async () => {
  const browser = new Browser(api.url);
  const answers = [
    await api.call("GET", "/api/health"),
    await api.call("GET", "/api/workflows"),
    await api.call("GET", "/api/nothing"),
    await browser.call("GET", "/api/auth/get-session"),
    await browser.call("GET", "/api/enter"),
    await browser.call("GET", "/api/me"),
    await browser.call("POST", "/api/auth/sign-out", { json: {}, origin: "https://evil.example" }),
  ];
  for (const { headers } of answers) {
    expect(Object.fromEntries(Object.keys(COMMON).map((name) => [name, headers.get(name)]))).toEqual(COMMON);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

it("marks the cookies of a server that is reached by https for https alone", async () => {
  vi.stubEnv("WEFT_URL", "https://weft.example");
  vi.stubEnv("WEFT_AUTH_SECRET", "a secret of the tests, of 32 characters or more");
  const { createAuth } = await import("../../lib/auth/create-auth.ts");
  const auth = await createAuth({ database: api.server.system, onLinked: async () => {}, settle: async () => {} });
  const headers = new Headers({ host: "weft.example" });
  const { id } = await auth.createAnonymous(headers);
  expect(await auth.openSession(headers, id)).toEqual([
    expect.stringMatching(/^__Secure-weft-[0-9a-f]{8}\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ]);
});

it("offers GitHub and Google where they are configured, and leads back to this server alone", async () => {
  vi.stubEnv("WEFT_AUTH_GITHUB_CLIENT_ID", "github-id");
  vi.stubEnv("WEFT_AUTH_GITHUB_CLIENT_SECRET", "github-secret");
  vi.stubEnv("WEFT_AUTH_SECRET", "a secret of the tests, of 32 characters or more");
  const { createAuth } = await import("../../lib/auth/create-auth.ts");
  const auth = await createAuth({ database: api.server.system, onLinked: async () => {}, settle: async () => {} });
  expect(auth.features).toEqual({ github: true, google: false, mail: false });
  const begin = (callbackURL: string) =>
    auth.handle(
      new Request("http://127.0.0.1:3100/api/auth/sign-in/social", {
        method: "POST",
        headers: { host: "127.0.0.1:3100", origin: "http://127.0.0.1:3100", "content-type": "application/json" },
        body: JSON.stringify({ provider: "github", callbackURL }),
      }),
    );
  const { url } = (await (await begin("/api/enter")).json()) as { url: string };
  expect(new URL(url).origin + new URL(url).pathname).toBe("https://github.com/login/oauth/authorize");
  expect(new URL(url).searchParams.get("redirect_uri")).toBe("http://127.0.0.1:3100/api/auth/callback/github");
  expect((await begin("https://evil.example/")).status).toBe(403);
});
