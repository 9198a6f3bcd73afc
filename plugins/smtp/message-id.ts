import { createHash } from "node:crypto";
import { idempotencyKey } from "../kit/idempotency.ts";

/** A Message-ID that stays the same for every attempt of a step, so that a mail which was sent twice can be told from two mails. */
export function messageIdOf(from: string): string {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(idempotencyKey()).digest("hex").slice(0, 32)}@${domain}>`;
}
