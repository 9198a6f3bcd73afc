import { randomBytes } from "node:crypto";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** `run_` and 26 digits in base 32: the time in milliseconds, then 80 random bits, so ids sort by age. */
export function createRunId(now = Date.now()): string {
  let time = "";
  for (let rest = now; time.length < 10; rest = Math.floor(rest / 32)) time = DIGITS.charAt(rest % 32) + time;
  return `run_${time}${Array.from(randomBytes(16), (byte) => DIGITS.charAt(byte % 32)).join("")}`;
}

/** What a stranger must know to answer a wait: 192 random bits. */
export function createToken(): string {
  return randomBytes(24).toString("base64url");
}
