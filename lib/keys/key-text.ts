import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A key as its holder keeps it: `weft_` and 256 random bits in base64url. Shown once; only its hash is stored. */
export function newKeyText(): string {
  return `weft_${randomBytes(32).toString("base64url")}`;
}

/** SHA-256 in hexadecimal. Random keys need no slow hash: there is nothing to guess. */
export function hashKey(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The start of a key by which a person recognises it in a list. */
export function keyPrefix(text: string): string {
  return text.slice(0, 10);
}

/** Compares two hashes in a time that does not depend on where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The key of an `Authorization: Bearer …` header, or undefined when it is not one of ours. */
export function bearerKey(header: string | null): string | undefined {
  return /^Bearer +(weft_[A-Za-z0-9_-]{43}) *$/i.exec(header ?? "")?.[1];
}
