import { createHash, timingSafeEqual } from "node:crypto";
import { AppError } from "../errors.ts";

/** Throws `unauthorized` unless the request brings the server's `CRON_SECRET`, as Vercel's scheduler does. Without such a secret nobody is let in. */
export function requireScheduler(request: Request, secret = process.env["CRON_SECRET"]): void {
  const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (secret !== undefined && secret.length >= SHORTEST && given !== undefined && isSame(given, secret)) return;
  throw new AppError("unauthorized", "Only the platform's scheduler may ask for this.", {
    hint: `Set CRON_SECRET on the server to ${SHORTEST} random characters or more, and send Authorization: Bearer <that secret>.`,
  });
}

const SHORTEST = 16;

/** In a time that tells nothing of either. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
