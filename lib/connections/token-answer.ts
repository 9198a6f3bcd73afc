import type { OAuthSettings } from "./oauth-settings.ts";

/** Longer than any token lives, in seconds: what comes of a longer one is no date. */
const LONGEST_LIFE = 10 * 365 * 86_400;
/** No token endpoint says more than this, in bytes. */
const LONGEST = 1_000_000;

type Json = Record<string, unknown>;

/** An answer that is no answer: too long to be one. */
export class OversizedAnswer extends Error {}

/**
 * A token endpoint's answer as the standard (RFC 6749, 5.1 and 5.2) has it, whatever the service made of that:
 * - GitHub answers errors with 200, and in form encoding when not asked for JSON;
 * - Slack says `ok: false`, has token types `bot` and `user`, and keeps a person's token in `authed_user`;
 * - LinkedIn leaves `token_type` out, Notion writes `refresh_token: null`, others send `expires_in` as text or scopes as a list.
 */
export async function readTokenAnswer(response: Response, settings: Pick<OAuthSettings, "tokenPath">): Promise<Response> {
  const text = await readLimited(response);
  const body = parseBody(text, response.headers.get("content-type") ?? "");
  // What is not an object, or a failure of the server's own, means the same in any dialect.
  if (body === undefined || response.status >= 500 || response.status === 429)
    return new Response(text === "" ? null : text, { status: response.status });
  const token = takeToken(body, settings.tokenPath ?? "authed_user");
  if (!token) return Response.json(describeError(body), { status: response.status < 400 ? 400 : response.status });
  return Response.json(token, { status: 200 });
}

function takeToken(body: Json, path: string): Json | undefined {
  const nested = body[path];
  const inner = isObject(nested) && typeof nested["access_token"] === "string" ? nested : undefined;
  const found = path === "authed_user" && typeof body["access_token"] === "string" ? body : (inner ?? body);
  const { access_token: token, refresh_token: refresh, expires_in: lifetime, scope } = found;
  if (typeof token !== "string" || token === "" || body["ok"] === false) return undefined;
  const seconds = Number(lifetime);
  return {
    access_token: token,
    // Whatever a service calls it, its API takes it as a bearer token.
    token_type: "bearer",
    ...(typeof refresh === "string" && refresh !== "" ? { refresh_token: refresh } : {}),
    ...(lifetime !== null && lifetime !== "" && Number.isFinite(seconds) && seconds > 0
      ? { expires_in: Math.min(seconds, LONGEST_LIFE) }
      : {}),
    ...(typeof scope === "string" ? { scope } : Array.isArray(scope) ? { scope: scope.join(" ") } : {}),
  };
}

function describeError(body: Json): Json {
  const { error } = body;
  if (isObject(error))
    return { error: textOf(error["code"] ?? error["type"]) ?? "error", error_description: textOf(error["message"]) ?? "" };
  const description = textOf(body["error_description"] ?? body["message"]);
  return {
    error: textOf(error) ?? textOf(body["code"]) ?? "no_token",
    ...(description === undefined ? {} : { error_description: description }),
  };
}

function parseBody(text: string, type: string): Json | undefined {
  if (/\bx-www-form-urlencoded\b/.test(type)) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > LONGEST) {
      await reader?.cancel();
      throw new OversizedAnswer(`answered with more than ${LONGEST} bytes`);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
}
