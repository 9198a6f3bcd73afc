import { createHash } from "node:crypto";
import type { Wait } from "./wait.ts";

const STYLE = `:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif}
body{margin:12vh auto;max-width:34rem;padding:0 1.25rem;background:light-dark(#fff,#16181d);color:light-dark(#1b1d22,#eceef2)}
h1{font-size:1.4rem}h1,p{overflow-wrap:anywhere}small{color:light-dark(#565b66,#a6abb6)}
label{display:block;margin:1rem 0}input,textarea,button{font:inherit;box-sizing:border-box}
input,textarea{display:block;width:100%;margin-top:.25rem;padding:.5rem;border:1px solid light-dark(#7b808c,#7b808c);border-radius:6px;background:transparent;color:inherit}
button{padding:.6rem 1.4rem;margin-right:.75rem;border:2px solid currentcolor;border-radius:6px;background:transparent;color:inherit;cursor:pointer}`;

/** Nothing but this style, and a form that goes back to where it came from. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A question with two buttons for an approval, a sentence for an event. It works without scripts. */
export function waitPage({ run, node, kind, message }: Wait): Response {
  const about = `<small>${escapeHtml(node)} · ${escapeHtml(run)}</small>`;
  if (kind === "event") return page(node, `<p>This run waits for one POST to this address; its body is the event.</p>${about}`);
  const form = `<form method="post"><label>Your name<input name="by" maxlength="200" autocomplete="name"></label>
<label>Comment<textarea name="comment" rows="3" maxlength="10000"></textarea></label>
<button name="approved" value="true">Approve</button><button name="approved" value="false">Reject</button></form>`;
  return page(message || node, `${form}${about}`);
}

/** A whole page; `body` is HTML. */
export function page(title: string, body: string, status = 200): Response {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>`;
  const html = `<!doctype html><html lang="en">${head}<style>${STYLE}</style><h1>${escapeHtml(title)}</h1>${body}</html>`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  };
  return new Response(html, { status, headers });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
