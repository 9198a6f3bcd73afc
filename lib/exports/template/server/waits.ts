import type { Approval } from "../plugins/kit/approval.ts";
import { getHookByToken, resumeHook } from "workflow/api";
import { answer, json, Refusal } from "./answers.ts";
import { readBody } from "./read-input.ts";
import { readSignedToken, signToken } from "./secrets.ts";
import { readWait } from "./wait.ts";
import { page, waitPage } from "./wait-page.ts";

type Hook = Awaited<ReturnType<typeof getHookByToken>>;

/** The addresses under which a wait is answered. Whoever knows one may. */
export function linksOf(token: string, origin: string): { url: string; approve: string; reject: string } {
  const url = new URL(`/api/hooks/${signToken(token)}`, origin).href;
  return { url, approve: `${url}?approved=true`, reject: `${url}?approved=false` };
}

/** A page with a question for a browser, the wait itself for everyone else. */
export function showWait(request: Request, signed: string): Promise<Response> {
  return forBrowser(request, async (isBrowser) => {
    const wait = readWait(await findHook(signed));
    return isBrowser ? waitPage(wait) : json(wait);
  });
}

/** Answers a wait; a second answer finds nothing. */
export function answerWait(request: Request, signed: string): Promise<Response> {
  return forBrowser(request, async (isBrowser) => {
    const hook = await findHook(signed);
    const wait = readWait(hook);
    const body = await readBody(request);
    const value = wait.kind === "event" ? (body ?? null) : readDecision(body, new URL(request.url).searchParams.get("approved"));
    await resumeHook(hook.token, value);
    if (isBrowser) return page("Thank you", "<p>Your answer was given to the run; it goes on.</p>");
    return json(wait);
  });
}

async function findHook(signed: string): Promise<Hook> {
  const token = readSignedToken(signed);
  // The SDK throws for a token that it does not know, or no longer.
  const hook = token === undefined ? undefined : await getHookByToken(token).catch(() => undefined);
  if (!hook)
    throw new Refusal(404, "not_found", "Nothing waits for an answer here. It was answered already, or the run went on without one.");
  return hook;
}

function readDecision(body: unknown, approvedInUrl: string | null): Approval {
  const { approved, by, comment } = { approved: approvedInUrl, ...(typeof body === "object" ? body : {}) } as Record<string, unknown>;
  if (!["true", "false"].includes(String(approved))) throw new Refusal(400, "invalid_input", "Say approved: true or false.");
  const name = typeof by === "string" ? by.slice(0, 200) : "";
  const why = typeof comment === "string" && comment !== "" ? { comment: comment.slice(0, 10_000) } : {};
  return { approved: String(approved) === "true", by: name, ...why, at: new Date().toISOString() };
}

async function forBrowser(request: Request, handle: (isBrowser: boolean) => Promise<Response>): Promise<Response> {
  const isBrowser = /\btext\/html\b/.test(request.headers.get("accept") ?? "");
  const response = await answer(() => handle(isBrowser));
  if (isBrowser && response.status === 404)
    return page("Nothing waits here", "<p>It was answered already, or the run went on without an answer.</p>", 404);
  return response;
}
