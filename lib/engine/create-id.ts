import { randomBytes } from "node:crypto";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** `run_` and 26 digits in base 32: the time in milliseconds, then 80 random bits, so ids sort by age. */
export function createRunId(now = Date.now()): string {
  return `${earliestRunId(now)}${Array.from(randomBytes(16), (byte) => DIGITS.charAt(byte % 32)).join("")}`;
}

/** What the ids of all runs since an instant sort after. */
export function earliestRunId(at: number): string {
  let time = "";
  for (let rest = at; time.length < 10; rest = Math.floor(rest / 32)) time = DIGITS.charAt(rest % 32) + time;
  return `run_${time}`;
}

/** When the run of an id was made, in milliseconds; NaN for an id that is not one of ours. */
export function timeOfRunId(id: string): number {
  const time = /^run_([0-9a-z]{10})/.exec(id)?.[1] ?? "!";
  return [...time].reduce((sum, digit) => (DIGITS.includes(digit) ? sum * 32 + DIGITS.indexOf(digit) : Number.NaN), 0);
}

/** What a stranger must know to answer a wait: 192 random bits. */
export function createToken(): string {
  return randomBytes(24).toString("base64url");
}
