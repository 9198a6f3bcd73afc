import { createHash, randomBytes } from "node:crypto";
import * as oauth from "oauth4webapi";
import type { BegunAuthorization } from "../api/schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import { authorizationPlace } from "../secrets/places.ts";
import { holdKeys } from "../secrets/store.ts";
import { requireService } from "./check-connection-input.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets } from "./connection-host.ts";
import { oauthSettings } from "./oauth-settings.ts";
import { requireConnection } from "./show-connection.ts";
import { insertAuthorization } from "./store.ts";

/** How long somebody may take to authorize, in milliseconds. */
const LIFETIME_MS = 600_000;

/**
 * Begins an authorization: the address that a person opens, good once and for ten minutes. With `browser`, a secret that the browser which
 * began keeps as a cookie, nobody else's browser can end it.
 */
export async function beginAuthorization(
  host: ConnectionHost,
  access: Access,
  alias: string,
  options: { readonly redirectUri: string; readonly browser?: string },
): Promise<BegunAuthorization> {
  const row = await requireConnection(host, access, alias);
  const { oauth: state } = await openSecrets(host.vault, row);
  if (state?.grant !== "authorization_code") {
    const why = state ? "fetches its tokens itself: its grant is client_credentials" : "holds values, not an OAuth authorization";
    throw new AppError("conflict", `There is nothing to authorize: the connection "${alias}" ${why}.`, {
      hint: state ? `Try it: weft connections test ${alias}` : "Add a connection with OAuth settings (--oauth).",
    });
  }
  const service = requireService(row.service, await host.credentialTypes.find(row.service, row.workspaceId), []);
  const settings = oauthSettings(service.credential, state, alias);
  const [stateText, verifier] = [randomBytes(32).toString("base64url"), oauth.generateRandomCodeVerifier()];
  const url = new URL(settings.authorizeUrl ?? "");
  for (const [name, value] of Object.entries(settings.authorizeParams)) url.searchParams.set(name, value);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("client_id", settings.clientId);
  url.searchParams.set("redirect_uri", options.redirectUri);
  url.searchParams.set("state", stateText);
  if (settings.scopes.length > 0) url.searchParams.set("scope", settings.scopes.join(settings.scopeSeparator));
  if (settings.pkce) {
    url.searchParams.set("code_challenge", await oauth.calculatePKCECodeChallenge(verifier));
    url.searchParams.set("code_challenge_method", "S256");
  }
  const expiresAt = new Date(Date.now() + LIFETIME_MS);
  const identity = { id: newId("aut"), workspaceId: row.workspaceId, connectionId: row.id };
  await host.database.transaction(async (tx) => {
    await holdKeys(tx);
    await insertAuthorization(tx, {
      ...identity,
      ...(await host.vault.seal(verifier, authorizationPlace(identity))),
      stateHash: hashOf(stateText),
      browserHash: options.browser === undefined ? null : hashOf(options.browser),
      redirectUri: options.redirectUri,
      expiresAt,
    });
  });
  return { url: url.href, redirectUri: options.redirectUri, expiresAt: expiresAt.toISOString() };
}

/** What is kept of a random text that must come back: SHA-256 in hexadecimal. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
