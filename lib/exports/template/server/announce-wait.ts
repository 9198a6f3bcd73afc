import { RetryableError } from "workflow";
import { getHookByToken, start } from "workflow/api";
import { readWait } from "./wait.ts";
import { linksOf } from "./waits.ts";

/** Begins to tell about a hook that is about to be made; by a workflow, so that a crash or an address that does not answer loses nothing. */
export async function announceHook(token: string): Promise<void> {
  await start(announceWait, [token]);
}

/** Tells the address that an approval names: POST `{ run, node, message, url, approve, reject }`. */
export async function announceWait(token: string): Promise<void> {
  "use workflow";
  await notify(token);
}

async function notify(token: string): Promise<void> {
  "use step";
  const hook = await getHookByToken(token).catch(() => undefined);
  // Begun before the hook was: asked for again. Once it was answered it is gone, and nobody need be told.
  if (!hook) throw new RetryableError("The wait is not there yet, or no longer.", { retryAfter: "1s" });
  const notifyUrl = (hook.metadata as { notify?: unknown } | undefined)?.notify;
  if (typeof notifyUrl !== "string" || notifyUrl === "") return;
  const { run, node, message } = readWait(hook);
  const response = await fetch(notifyUrl, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": token },
    body: JSON.stringify({ run, node, message, ...linksOf(token, publicUrl()) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new RetryableError(`${new URL(notifyUrl).origin} answered ${response.status}.`, { retryAfter: "10s" });
}
notify.maxRetries = 20;

/** Where people reach this server. */
function publicUrl(): string {
  // A line such as `NAME=` in a file of variables sets an empty text.
  const vercel = process.env.VERCEL_PROJECT_PRODUCTION_URL || process.env.VERCEL_URL;
  return process.env.WORKFLOWS_PUBLIC_URL || (vercel ? `https://${vercel}` : `http://localhost:${process.env.PORT || "3000"}`);
}
