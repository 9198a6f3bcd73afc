import { z } from "zod";
import { defineApi } from "../kit/api.ts";
import { decodeBase64, encodeBase64 } from "../kit/base64.ts";
import { fatal } from "../kit/failure.ts";
import { googleScopes } from "./credential.ts";

const tokenServer = defineApi({
  label: "Google sign-in",
  baseUrl: "https://oauth2.googleapis.com",
  readError: ({ error, error_description: description }) => ({ message: description ?? error }),
});

const keyFile = z.object({ client_email: z.string(), private_key: z.string(), private_key_id: z.string().optional() });

const LIFETIME_S = 3_600;
/** A token is renewed this long before it ends. */
const MARGIN_MS = 300_000;
const MOST_TOKENS = 100;

/** By the whole key and whom it acts for, so that a token never serves another's key. */
const tokens = new Map<string, { readonly token: string; readonly until: number }>();

/** An access token for the key of a service account; the same one until shortly before it ends. Throws a FatalError for a key that is none. */
export async function serviceAccountToken(account: {
  readonly key: string;
  readonly subject: string | undefined;
  readonly baseUrl: string | undefined;
}): Promise<string> {
  const name = JSON.stringify([account.key, account.subject, account.baseUrl]);
  const known = tokens.get(name);
  if (known && known.until > Date.now()) return known.token;
  const answer = await tokenServer.send<{ access_token: string; expires_in: number }>(
    {
      path: "/token",
      ...(account.baseUrl === undefined ? {} : { baseUrl: account.baseUrl }),
      form: { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: await signAssertion(account.key, account.subject) },
    },
    {},
  );
  if (tokens.size >= MOST_TOKENS) tokens.clear();
  tokens.set(name, { token: answer.access_token, until: Date.now() + answer.expires_in * 1_000 - MARGIN_MS });
  return answer.access_token;
}

/** A JSON Web Token as https://developers.google.com/identity/protocols/oauth2/service-account asks for it. */
async function signAssertion(key: string, subject: string | undefined): Promise<string> {
  const { client_email: email, private_key: pem, private_key_id: keyId } = readKey(key);
  const issuedAt = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: email,
    sub: subject,
    scope: googleScopes.join(" "),
    aud: "https://oauth2.googleapis.com/token",
    iat: issuedAt,
    exp: issuedAt + LIFETIME_S,
  };
  const content = [{ alg: "RS256", typ: "JWT", kid: keyId }, claims].map((part) => base64Url(encode(JSON.stringify(part)))).join(".");
  return `${content}.${base64Url(await sign(pem, content))}`;
}

function readKey(text: string): z.infer<typeof keyFile> {
  try {
    return keyFile.parse(JSON.parse(text));
  } catch {
    // The parser's own message would show a part of the key.
    throw fatal("The Google service account key is not the JSON file from the Google Cloud console.", { name: "InvalidCredential" });
  }
}

async function sign(pem: string, content: string): Promise<Uint8Array> {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  try {
    const der = decodeBase64(pem.replace(/-----[A-Z ]+-----|\s/g, ""), "The private key");
    const key = await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign(algorithm, key, encode(content)));
  } catch {
    throw fatal("The private key in the Google service account key is damaged.", { name: "InvalidCredential" });
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
