import { createHash } from "node:crypto";
import { isAppError } from "../errors.ts";
import type { Wait } from "./schemas.ts";

const STYLE = `:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif}
body{margin:12vh auto;max-width:34rem;padding:0 1.25rem;background:light-dark(#fbfaf8,#14151a);color:light-dark(#1d1f27,#ececf1)}
h1{font-size:1.4rem;overflow-wrap:anywhere}p{overflow-wrap:anywhere}small{color:light-dark(#5a5f6e,#a3a8b8)}
label{display:block;margin:1rem 0}input,textarea,button{font:inherit;box-sizing:border-box}
input,textarea{display:block;width:100%;margin-top:.25rem;padding:.5rem;border:1px solid light-dark(#8b8f9b,#6d7282);border-radius:6px;background:transparent;color:inherit}
button{padding:.6rem 1.4rem;margin-right:.75rem;border:2px solid light-dark(#11643c,#7fd6a4);border-radius:6px;background:transparent;color:inherit;cursor:pointer}
button[value=false]{border-color:light-dark(#a3202f,#ff9aa5)}`;

/** Nothing but this style, and a form that goes back to where it came from. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Answers a browser with a page, and everyone else with the wait itself. */
export async function forBrowser(request: Request, wait: Promise<Wait>, page: (wait: Wait) => Response): Promise<Wait | Response> {
  if (!/\btext\/html\b/.test(request.headers.get("accept") ?? "")) return wait;
  try {
    return page(await wait);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return nothingWaitsPage();
    throw error;
  }
}

/** The page behind a one-time address: a question and two buttons for an approval, a sentence for an event. Opening it answers nothing. */
export function waitPage(wait: Wait): Response {
  const question = wait.message || wait.label || wait.node;
  const about = `<small>${escapeHtml(wait.workflow)} · ${escapeHtml(wait.node)} · ${escapeHtml(wait.run)}</small>`;
  if (wait.kind === "event")
    return htmlPage(question, `<p>This run waits for one POST to this address; its body is the event.</p>${about}`);
  return htmlPage(
    question,
    `<form method="post"><label>Your name<input name="by" maxlength="200" autocomplete="name"></label>
<label>Comment<textarea name="comment" rows="3" maxlength="10000"></textarea></label>
<button name="approved" value="true">Approve</button><button name="approved" value="false">Reject</button></form>${about}`,
  );
}

/** What a person sees after their answer. */
export function answeredPage(wait: Wait): Response {
  return htmlPage("Thank you", `<p>Your answer was given to the run; it goes on.</p><small>${escapeHtml(wait.run)}</small>`);
}

function nothingWaitsPage(): Response {
  return htmlPage("Nothing waits here", "<p>This was answered already, or the run went on without an answer.</p>", 404);
}

/** A whole page in the house's style; `body` is HTML. */
export function htmlPage(title: string, body: string, status = 200): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style><h1>${escapeHtml(title)}</h1>${body}</html>`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY } });
}

/** Text as HTML shows it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
