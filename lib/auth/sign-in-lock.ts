import { createHash } from "node:crypto";
import type { Database } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { countAttempt, forgetAttempts } from "./store.ts";

/** A password may be tried so often from one address for one account, and so often for one account from anywhere; then the account is shut for the rest of the time. */
const LIMITS = {
  address: { attempts: 5, windowMs: 15 * 60_000 },
  account: { attempts: 100, windowMs: 60 * 60_000 },
} as const;

/**
 * Counts a try of a password before it is looked at, so that tries at the same moment are not free. Throws `rate_limited`, whether or not
 * the password would have been right, and whether or not there is such an account.
 */
export async function countSignIn(database: Database, email: string, address: string): Promise<void> {
  const counted = await Promise.all([
    countAttempt(database, idOf(email, address), LIMITS.address.windowMs),
    countAttempt(database, idOf(email), LIMITS.account.windowMs),
  ]);
  const [here, anywhere] = counted;
  const locked = here.count > LIMITS.address.attempts ? here : anywhere.count > LIMITS.account.attempts ? anywhere : undefined;
  if (!locked) return;
  const retryAfter = Math.max(1, Math.ceil((locked.until.getTime() - Date.now()) / 1000));
  const minutes = Math.ceil(retryAfter / 60);
  throw new AppError("rate_limited", `Too many wrong passwords. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`, {
    hint: "Sign in another way, or reset the password.",
    details: { retryAfter },
  });
}

/** The password was right: what was tried before counts no more. */
export async function forgetSignIns(database: Database, email: string, address: string): Promise<void> {
  await Promise.all([forgetAttempts(database, idOf(email, address)), forgetAttempts(database, idOf(email))]);
}

/** Strangers let in from one address on a server that others reach. */
const ENTRIES = { attempts: 20, windowMs: 60 * 60_000 } as const;

/** Throws `rate_limited` when an address has made too many anonymous people. */
export async function countEntry(database: Database, address: string): Promise<void> {
  const { count, until } = await countAttempt(database, hash(`enter ${address}`), ENTRIES.windowMs);
  if (count <= ENTRIES.attempts) return;
  throw new AppError("rate_limited", "Too many people without an account came from this address.", {
    hint: "Sign up, or try again later.",
    details: { retryAfter: Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000)) },
  });
}

function idOf(email: string, address?: string): string {
  return hash(`sign-in ${email.trim().toLowerCase()} ${address ?? "anywhere"}`);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
