import { sameHash } from "../keys/key-text.ts";
import { AppError, isAppError } from "../errors.ts";
import { local } from "../keys/access.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { authorizationPlace } from "../secrets/places.ts";
import { holdKeys } from "../secrets/store.ts";
import { hashOf } from "./begin-authorization.ts";
import { requireService } from "./check-connection-input.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets, sealSecrets } from "./connection-host.ts";
import type { ConnectionSecrets } from "./connection-secrets.ts";
import { oneLine } from "./one-line.ts";
import type { GrantedTokens } from "./request-tokens.ts";
import { requestTokens } from "./request-tokens.ts";
import { TokenError } from "./token-error.ts";
import { oauthSettings } from "./oauth-settings.ts";
import type { AuthorizationRow, ConnectionRow } from "./store.ts";
import { dropAuthorizations, lockConnection, takeAuthorization, updateConnection } from "./store.ts";

export interface EndedAuthorization {
  readonly alias: string;
  readonly service: string;
  readonly scopes: readonly string[];
}

/** What came of the code, and what the connection was when it was sent. */
type Exchanged = GrantedTokens & { readonly requested: readonly string[]; readonly asked: string };

const AGAIN = "Begin again: weft connections authorize <alias>, or the connection's page.";

/**
 * Ends an authorization with what the provider sent the browser back with. Throws `bad_request` for an answer that is not ours, late, used
 * before or from another browser, `forbidden` when the person said no, `unavailable` when the provider gives no token.
 */
export async function endAuthorization(
  host: ConnectionHost,
  callback: URLSearchParams,
  options: { readonly browser?: string | undefined } = {},
): Promise<EndedAuthorization> {
  const state = single(callback, "state");
  const begun = state === undefined || state === "" ? undefined : await takeAuthorization(host.database, hashOf(state));
  if (!begun || state === undefined) {
    throw new AppError("bad_request", "This authorization is not known: it was used already, has expired, or was not begun here.", {
      hint: AGAIN,
    });
  }
  if (begun.expiresAt.getTime() <= Date.now()) {
    throw new AppError("bad_request", "This authorization took longer than ten minutes.", { hint: AGAIN });
  }
  if (begun.browserHash !== null && !sameHash(begun.browserHash, hashOf(options.browser ?? ""))) {
    throw new AppError("bad_request", "This authorization was begun in another browser.", {
      hint: "Open the address in the browser you began with.",
    });
  }
  const row = await findBegun(host, begun);
  try {
    const granted = await exchange(host, row, begun, callback, state);
    const ended = await storeTokens(host, row, granted);
    await recordAudit(host, local(row.workspaceId), { action: "connection.authorized", target: ended.alias });
    return ended;
  } catch (error) {
    throw await noteFailure(host, row, error);
  }
}

async function findBegun(host: ConnectionHost, begun: AuthorizationRow): Promise<ConnectionRow> {
  const row = await host.database.transaction((tx) => lockConnection(tx, begun.workspaceId, begun.connectionId));
  if (row) return row;
  throw new AppError("not_found", "The connection was removed while it was authorized.", { hint: "Add it again." });
}

async function exchange(
  host: ConnectionHost,
  row: ConnectionRow,
  begun: AuthorizationRow,
  callback: URLSearchParams,
  state: string,
): Promise<Exchanged> {
  const error = single(callback, "error");
  if (error !== undefined) throw denied(error, single(callback, "error_description"));
  if (single(callback, "code") === undefined) {
    throw new AppError("bad_request", "The provider sent no code.", { hint: AGAIN });
  }
  const verifier = await host.vault.open(begun, authorizationPlace(begun));
  const secrets = await openSecrets(host.vault, row);
  const { oauth } = secrets;
  const service = requireService(row.service, await host.credentialTypes.find(row.service, row.workspaceId), []);
  if (oauth?.grant !== "authorization_code") {
    throw new AppError("conflict", `The connection "${row.alias}" was changed while it was authorized.`, { hint: AGAIN });
  }
  const settings = oauthSettings(service.credential, oauth, row.alias);
  const grant = { type: "authorization_code", callback, state, redirectUri: begun.redirectUri, verifier } as const;
  return { ...(await requestTokens(settings, grant, host.egress)), requested: settings.scopes, asked: withoutTokens(secrets) };
}

async function storeTokens(
  host: ConnectionHost,
  { id, workspaceId, alias }: ConnectionRow,
  { tokens, scopes, requested, asked }: Exchanged,
): Promise<EndedAuthorization> {
  return host.database.transaction(async (tx) => {
    await holdKeys(tx);
    const row = await lockConnection(tx, workspaceId, id);
    const secrets = row ? await openSecrets(host.vault, row) : undefined;
    // Tokens of one authorization server are not for another one, nor for another address of the service.
    if (!row || !secrets?.oauth || withoutTokens(secrets) !== asked)
      throw new AppError("conflict", `The connection "${alias}" was changed while it was authorized.`, { hint: AGAIN });
    const granted = scopes ?? requested;
    await updateConnection(tx, workspaceId, id, {
      ...(await sealSecrets(host.vault, row, { ...secrets, oauth: { ...secrets.oauth, tokens } })),
      scopes: granted,
      expiresAt: tokens.expiresAt === undefined ? null : new Date(tokens.expiresAt),
      status: "ready",
      lastError: null,
    });
    await dropAuthorizations(tx, workspaceId, id);
    return { alias: row.alias, service: row.service, scopes: granted };
  });
}

/** Everything of a connection but its tokens, to compare. */
function withoutTokens({ fields, oauth }: ConnectionSecrets): string {
  const { tokens: _tokens, ...settings } = oauth ?? {};
  return JSON.stringify([fields, settings]);
}

/** What the person is told; a connection that worked before still does. */
async function noteFailure(host: ConnectionHost, row: ConnectionRow, error: unknown): Promise<unknown> {
  const told =
    error instanceof TokenError
      ? new AppError("unavailable", `${row.service} gave no token: ${error.message}.`, {
          hint: hintFor(error),
          details: { code: error.code ?? error.kind },
        })
      : error;
  if (isAppError(told)) await updateConnection(host.database, row.workspaceId, row.id, { lastError: told.message });
  return told;
}

function hintFor(error: TokenError): string {
  switch (error.code) {
    case "invalid_client":
    case "incorrect_client_credentials":
    case "bad_client_secret":
      return "The client id or the client secret is not what the provider has: change them in the connection, then begin again.";
    case "redirect_uri_mismatch":
      return "Register this server's callback address with the provider, then begin again.";
    case "invalid_grant":
    case "bad_verification_code":
      return "The code was used before, is too old, or was meant for somebody else. Begin again.";
    default:
      return error.kind === "unreachable" ? "Try again in a moment." : AGAIN;
  }
}

function denied(error: string, description: string | undefined): AppError {
  const said = description === undefined || description === "" ? "" : `: ${oneLine(description, 300)}`;
  if (error === "access_denied") return new AppError("forbidden", `The authorization was declined${said}.`, { hint: AGAIN });
  return new AppError("bad_request", `The provider answered ${oneLine(error, 100)}${said}.`, {
    hint: error === "invalid_scope" ? "Ask for scopes that the application may have, then begin again." : AGAIN,
  });
}

/** A parameter that is there once; one that is repeated is nobody's. */
function single(callback: URLSearchParams, name: string): string | undefined {
  const values = callback.getAll(name);
  if (values.length > 1) throw new AppError("bad_request", `The parameter ${name} is there ${values.length} times.`, { hint: AGAIN });
  return values[0];
}
