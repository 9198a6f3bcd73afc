import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import type { LoopbackServer } from "../kit/loopback-server.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { stepError } from "../kit/step-error.ts";
import { withStepContext } from "../kit/step-context.ts";
import { googleApi } from "./api.ts";

const api = googleApi("Google Test", "https://test.googleapis.com");
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = String(privateKey.export({ type: "pkcs8", format: "pem" }));
let server: LoopbackServer;
let answers: readonly { status: number; body: unknown }[];

beforeAll(async () => {
  server = await startLoopbackServer((_, response) => {
    const answer = answers[server.calls.length - 1] ?? answers.at(-1);
    response.writeHead(answer?.status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(answer?.body));
  });
});
afterAll(() => server.close());
beforeEach(() => {
  server.calls.length = 0;
  answers = [{ status: 200, body: { access_token: "ya29.account", expires_in: 3_600 } }];
});

function call(values: Record<string, string>): Promise<unknown> {
  const resolveCredential = async (): Promise<Record<string, string>> => ({ ...values, baseUrl: server.url });
  const context = { idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, resolveCredential };
  return withStepContext(context, () => api.send({ path: "/v1/things" }, {}));
}

function accountKey(email: string, key = pem): string {
  return JSON.stringify({ type: "service_account", client_email: email, private_key: key, private_key_id: "key-1" });
}

describe("a call of a Google service", () => {
  it("carries the access token", async () => {
    await call({ token: "ya29.person" });
    expect(server.calls.map(({ url, headers }) => [url, headers.authorization])).toEqual([["/v1/things", "Bearer ya29.person"]]);
  });

  it("asks for a token with an assertion that the service account signed, once", async () => {
    const values = { serviceAccountKey: accountKey("robot@project.iam.gserviceaccount.com"), subject: "ada@example.com" };
    await call(values);
    await call(values);
    expect(server.calls.map(({ url }) => url)).toEqual(["/token", "/v1/things", "/v1/things"]);
    expect(server.calls.at(-1)?.headers.authorization).toBe("Bearer ya29.account");
    const form = new URLSearchParams(server.calls[0]?.body);
    expect(form.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
    const [header = "", claims = "", signature = ""] = (form.get("assertion") ?? "").split(".");
    expect(JSON.parse(String(Buffer.from(header, "base64url")))).toEqual({ alg: "RS256", typ: "JWT", kid: "key-1" });
    expect(JSON.parse(String(Buffer.from(claims, "base64url")))).toMatchObject({
      iss: "robot@project.iam.gserviceaccount.com",
      sub: "ada@example.com",
      aud: "https://oauth2.googleapis.com/token",
      scope: expect.stringContaining("https://www.googleapis.com/auth/spreadsheets "),
    });
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify("sha256", signed, createPublicKey(privateKey), Buffer.from(signature, "base64url"))).toBe(true);
  });

  it("never uses one account's token for another key of the same name", async () => {
    await call({ serviceAccountKey: accountKey("twin@project.iam.gserviceaccount.com") });
    answers = [{ status: 400, body: { error: "invalid_grant", error_description: "Invalid JWT Signature." } }];
    const other = String(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }));
    await expect(call({ serviceAccountKey: accountKey("twin@project.iam.gserviceaccount.com", other) })).rejects.toThrow(
      "Google sign-in: POST /token answered 400: Invalid JWT Signature.",
    );
  });

  it("says what is wrong with a key without showing it", async () => {
    await expect(call({ serviceAccountKey: "not json" })).rejects.toThrow("is not the JSON file from the Google Cloud console");
    await expect(
      call({ serviceAccountKey: accountKey("a@b", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----") }),
    ).rejects.toThrow("The private key in the Google service account key is damaged.");
    await expect(call({})).rejects.toThrow("GOOGLE_ACCESS_TOKEN or GOOGLE_SERVICE_ACCOUNT_KEY is not set");
    expect(server.calls).toEqual([]);
  });

  it("tries again when the token server is down", async () => {
    answers = [{ status: 503, body: { error: "backend_error" } }];
    await expect(call({ serviceAccountKey: accountKey("down@project.iam.gserviceaccount.com") })).rejects.toBeInstanceOf(RetryableError);
  });

  it("waits when a limit on calls comes as 403, and gives up on one that is spent", async () => {
    const refusal = (reason: string): unknown => ({
      error: { code: 403, message: "Quota exceeded.", errors: [{ reason, domain: "usageLimits" }] },
    });
    answers = [{ status: 403, body: refusal("userRateLimitExceeded") }];
    const limited = await call({ token: "t" }).catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(RetryableError);
    expect(stepError(limited)).toMatchObject({ status: 429, message: "Google Test: GET /v1/things answered 429: Quota exceeded." });
    answers = [{ status: 403, body: refusal("dailyLimitExceeded") }];
    expect(await call({ token: "t" }).catch((error: unknown) => error)).toBeInstanceOf(FatalError);
  });
});
