import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A new id such as `key_0mi3k5v2xyz…`: the prefix, nine digits of the time in base 36 so that ids sort by age, 80 random bits. */
export function newId(
  prefix: "wfl" | "ver" | "key" | "con" | "aic" | "ais" | "aut" | "var" | "svc" | "shr" | "tst" | "wsp" | "inv",
): string {
  let random = "";
  for (const byte of randomBytes(16)) random += ALPHABET[byte % ALPHABET.length];
  return `${prefix}_${Date.now().toString(36).padStart(9, "0")}${random}`;
}
