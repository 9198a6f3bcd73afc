import { isAppError } from "../errors.ts";
import type { EndedAuthorization } from "../connections/end-authorization.ts";
import { escapeHtml, htmlPage } from "./wait-page.ts";

/** What a person sees after an authorization that worked. */
export function connectedPage({ alias, service, scopes }: EndedAuthorization): Response {
  const granted = scopes.length === 0 ? "" : `<p>It may: ${escapeHtml(scopes.join(", "))}.</p>`;
  return htmlPage(
    "Connected",
    `<p>The connection “${escapeHtml(alias)}” to ${escapeHtml(service)} works now. You can close this page.</p>${granted}`,
  );
}

/** What went wrong and what to do; a failure that we did not foresee is thrown on, for the log. */
export function notConnectedPage(error: unknown): Response {
  if (!isAppError(error)) throw error;
  return htmlPage(
    "Not connected",
    `<p>${escapeHtml(error.message)}</p>${error.hint === undefined ? "" : `<p>${escapeHtml(error.hint)}</p>`}`,
    error.status,
  );
}
