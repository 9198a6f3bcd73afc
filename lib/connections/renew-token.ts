import type { Database } from "../db/index.ts";
import { fatal, retryable } from "../../plugins/kit/failure.ts";
import { isAppError } from "../errors.ts";
import { holdKeys } from "../secrets/store.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets, sealSecrets } from "./connection-host.ts";
import type { ConnectionSecrets, OAuthState, Tokens } from "./connection-secrets.ts";
import { oauthSettings } from "./oauth-settings.ts";
import { requestTokens } from "./request-tokens.ts";
import { TokenError } from "./token-error.ts";
import type { ConnectionRow } from "./store.ts";
import { lockConnection, updateConnection } from "./store.ts";

/** A token is renewed when it has less than this left, in milliseconds, or a quarter of its life when that is shorter. */
const MARGIN_MS = 300_000;
/** How long a token that is still good is used after its renewal failed for want of an answer. */
const PAUSE_MS = 30_000;

// By database: a process may have servers on several.
const inFlight = new WeakMap<Database, Map<string, Promise<ConnectionSecrets>>>();
const pausedUntil = new WeakMap<Database, Map<string, number>>();

/**
 * The secrets of an OAuth connection with a token that works for a while: the stored one, or a renewed one. However many steps ask at the
 * same moment, in however many processes, the authorization server is asked once. `refused` is a token that the service did not take.
 * Throws a FatalError that says what to do when only a person can help, a RetryableError when time can.
 */
export async function freshSecrets(host: ConnectionHost, row: ConnectionRow, refused?: string): Promise<ConnectionSecrets> {
  const secrets = await openSecrets(host.vault, row);
  if (!needsRenewal(secrets.oauth, refused)) return secrets;
  const pauses = mapOf(pausedUntil, host.database);
  const current = secrets.oauth?.tokens;
  if (!current && secrets.oauth?.grant === "authorization_code") {
    throw fatal(`The connection "${row.alias}" is not authorized yet. Run: weft connections authorize ${row.alias}`, {
      name: "NeedsAuthorization",
    });
  }
  if (current && isUsable(current, refused) && (pauses.get(row.id) ?? 0) > Date.now()) return secrets;
  // Nothing else can renew it, and asking for the lock would cost every step a transaction.
  if (row.status === "needs_reauthorization" && !(current && isUsable(current, refused)))
    throw needsPerson(row, row.lastError ?? "its authorization has ended");
  const flights = mapOf(inFlight, host.database);
  const running = flights.get(row.id);
  if (running) return running;
  const flight = inTurn(host.database, () => renew(host, row, refused)).finally(() => flights.delete(row.id));
  flights.set(row.id, flight);
  return flight;
}

/** Each renewal holds a connection to the database while it waits for somebody else's server: the rest of this process needs some too. */
const MOST_AT_ONCE = 4;
const turns = new WeakMap<Database, { running: number; readonly queue: (() => void)[] }>();

async function inTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const state = turns.get(database) ?? { running: 0, queue: [] };
  turns.set(database, state);
  if (state.running >= MOST_AT_ONCE) await new Promise<void>((resolve) => state.queue.push(resolve));
  else state.running++;
  try {
    return await work();
  } finally {
    const next = state.queue.shift();
    if (next) next();
    else state.running--;
  }
}

async function renew(
  host: ConnectionHost,
  { id, workspaceId, alias }: ConnectionRow,
  refused: string | undefined,
): Promise<ConnectionSecrets> {
  // What failed is thrown after the transaction, which keeps what is written of the failure.
  const outcome = await host.database.transaction(async (tx) => {
    const row = await lockConnection(tx, workspaceId, id);
    if (!row) throw fatal(`The connection "${alias}" was removed.`, { name: "MissingConnection" });
    const secrets = await openSecrets(host.vault, row);
    const { oauth } = secrets;
    // Another process was faster.
    if (!oauth || !needsRenewal(oauth, refused)) return secrets;
    try {
      const renewed = await askAnew(host, row, oauth);
      const next: ConnectionSecrets = { ...secrets, oauth: { ...oauth, tokens: renewed.tokens } };
      await holdKeys(tx);
      await updateConnection(tx, workspaceId, id, {
        ...(await sealSecrets(host.vault, row, next)),
        ...(renewed.scopes ? { scopes: renewed.scopes } : {}),
        expiresAt: renewed.tokens.expiresAt === undefined ? null : new Date(renewed.tokens.expiresAt),
        status: "ready",
        lastError: null,
      });
      mapOf(pausedUntil, host.database).delete(id);
      return next;
    } catch (error) {
      const usable = oauth.tokens !== undefined && isUsable(oauth.tokens, refused);
      if (error instanceof TokenError && error.kind === "unreachable") {
        if (!usable)
          return retryable(`The token of the connection "${alias}" could not be renewed: ${error.message}.`, { name: "NetworkError" });
        mapOf(pausedUntil, host.database).set(id, Date.now() + PAUSE_MS);
        return secrets;
      }
      if (!(error instanceof TokenError || isAppError(error))) throw error;
      const gone =
        error instanceof TokenError && error.kind === "refused" && error.code !== "invalid_client" && oauth.grant === "authorization_code";
      await updateConnection(tx, workspaceId, id, { status: gone ? "needs_reauthorization" : "failing", lastError: error.message });
      if (usable) {
        mapOf(pausedUntil, host.database).set(id, Date.now() + PAUSE_MS);
        return secrets;
      }
      return gone
        ? needsPerson(row, error.message)
        : fatal(`The token of the connection "${alias}" could not be renewed: ${error.message}.`, { name: "TokenRenewalFailed" });
    }
  });
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

async function askAnew(host: ConnectionHost, row: ConnectionRow, oauth: OAuthState): ReturnType<typeof requestTokens> {
  const service = await host.credentialTypes.find(row.service, row.workspaceId);
  if (!service) throw new TokenError("malformed", `the service ${row.service} is not installed any more`);
  const settings = oauthSettings(service.credential, oauth, row.alias);
  if (oauth.grant === "client_credentials") return requestTokens(settings, { type: "client_credentials" }, host.egress);
  const refreshToken = oauth.tokens?.refreshToken;
  if (refreshToken === undefined) {
    throw new TokenError("refused", "its token has ended, and there is no refresh token", { code: "invalid_grant" });
  }
  return requestTokens(settings, { type: "refresh_token", refreshToken }, host.egress);
}

function needsRenewal(oauth: OAuthState | undefined, refused: string | undefined): boolean {
  if (!oauth) return false;
  const { tokens } = oauth;
  if (!tokens || tokens.accessToken === refused) return true;
  if (tokens.expiresAt === undefined) return false;
  const margin = Math.min(MARGIN_MS, (tokens.expiresAt - tokens.obtainedAt) / 4);
  // Without a refresh token there is nothing to do before it has ended.
  const canRenew = tokens.refreshToken !== undefined || oauth.grant === "client_credentials";
  return tokens.expiresAt - Date.now() < (canRenew ? margin : 0);
}

function isUsable(tokens: Tokens, refused: string | undefined): boolean {
  return tokens.accessToken !== refused && (tokens.expiresAt === undefined || tokens.expiresAt > Date.now());
}

function needsPerson(row: ConnectionRow, reason: string): Error {
  return fatal(`The connection "${row.alias}" must be authorized again: ${reason}. Run: weft connections authorize ${row.alias}`, {
    name: "NeedsAuthorization",
  });
}

function mapOf<Value>(byDatabase: WeakMap<Database, Map<string, Value>>, database: Database): Map<string, Value> {
  const known = byDatabase.get(database);
  if (known) return known;
  const made = new Map<string, Value>();
  byDatabase.set(database, made);
  return made;
}
