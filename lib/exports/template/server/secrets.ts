import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "./answers.ts";

type Secret = "WORKFLOWS_API_KEY" | "CRON_SECRET" | "WORKFLOWS_LINK_SECRET";

/** Makes what a development server lacks of its secrets, and prints the key that callers send. */
export function prepareSecrets(): void {
  if (process.env.NODE_ENV !== "development") return;
  for (const name of ["WORKFLOWS_API_KEY", "CRON_SECRET", "WORKFLOWS_LINK_SECRET"] as const) readSecret(name);
  if (!process.env.WORKFLOWS_API_KEY)
    console.log(`WORKFLOWS_API_KEY is not set; while developing it is ${readSecret("WORKFLOWS_API_KEY")}`);
}

/** Throws unless the caller sent the secret as `Authorization: Bearer …` (or, for the key, as `X-Api-Key`). */
export function requireSecret(request: Request, name: "WORKFLOWS_API_KEY" | "CRON_SECRET"): void {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const given = bearer ?? (name === "WORKFLOWS_API_KEY" ? request.headers.get("x-api-key") : null);
  if (!given || !isSame(given, readSecret(name))) {
    throw new Refusal(401, "unauthorized", `Send ${name} as "Authorization: Bearer …".`, { "WWW-Authenticate": "Bearer" });
  }
}

/** A hook's token with its signature: tokens alone can be guessed by whoever knows a run's id. */
export function signToken(token: string): string {
  return `${Buffer.from(token).toString("base64url")}.${signatureOf(token)}`;
}

/** The token behind a signed one; undefined when the signature is not ours. */
export function readSignedToken(signed: string): string | undefined {
  const [encoded = "", signature = ""] = signed.split(".");
  const token = Buffer.from(encoded, "base64url").toString();
  return isSame(signature, signatureOf(token)) ? token : undefined;
}

function signatureOf(token: string): string {
  return createHmac("sha256", readSecret("WORKFLOWS_LINK_SECRET")).update(token).digest("base64url");
}

/** Compares in a time that says nothing of where two texts differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** The secret of the environment. While developing, one that is not set is made and kept, so that `npm run dev` needs no setup. */
function readSecret(name: Secret): string {
  const value = process.env[name];
  if (value) return value;
  if (process.env.NODE_ENV !== "development") throw new Refusal(503, "not_configured", `The environment variable ${name} is not set.`);
  const file = join(process.cwd(), ".workflow-data", "secrets", name);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}
