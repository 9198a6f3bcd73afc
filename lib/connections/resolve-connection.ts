import { createHash } from "node:crypto";
import { FatalError, RetryableError } from "workflow";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import { connectionPrefix, readCredential } from "../../plugins/kit/define-credential.ts";
import { fatal, retryable } from "../../plugins/kit/failure.ts";
import { isAppError } from "../errors.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets } from "./connection-host.ts";
import type { ConnectionSecrets } from "./connection-secrets.ts";
import { httpHostsOf } from "./credential-types.ts";
import { freshSecrets } from "./renew-token.ts";
import type { ConnectionRow } from "./store.ts";
import { findConnection, findDefaultConnection, markConnectionUsed } from "./store.ts";

type Values = Readonly<Record<string, string>>;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Gives the values of a credential by its alias, or the service's own without one. Values that are not set are left out. `origin` is where
 * an action that is described, not written, sends them.
 */
export type ConnectionResolver = (
  type: CredentialType,
  alias: string | undefined,
  workspaceId: string,
  origin?: string,
) => Promise<Record<string, string>>;

/** Called when a service did not take these values: true when there are newer ones, so that another attempt can help. */
export type ConnectionRenewer = (type: CredentialType, alias: string | undefined, workspaceId: string, refused: Values) => Promise<boolean>;

/** How often the last use of a connection is written, in milliseconds. */
const USED_EVERY_MS = 60_000;
/** A token that is refused this soon after it was the answer to a refusal is not what is wrong, in milliseconds. */
const RENEWED_AGAIN_AFTER_MS = 60_000;
const DEFAULT_TOKEN_FIELD = "token";

/**
 * Connections from environment variables, the same for every workspace. They stay in `process.env`: nothing that a
 * person wrote can read it there, since workflows run with an empty environment and code in the sandbox with none.
 */
export function environmentConnections(environment: Environment = process.env): ConnectionResolver {
  return async (type, alias) => readCredential(type, alias, environment);
}

/** Whether the environment holds anything for a connection of this alias. */
export function hasEnvironmentConnection(alias: string, environment: Environment = process.env): boolean {
  const prefix = connectionPrefix(alias);
  return Object.keys(environment).some((name) => name.startsWith(prefix));
}

/**
 * The connections of the workspace first, then those of the environment. Nothing that was opened is kept: each step reads what is stored
 * then, so that a change or a removal counts at once, in every process.
 */
export function storedConnections(
  host: ConnectionHost,
  environment: Environment = process.env,
): { resolve: ConnectionResolver; renew: ConnectionRenewer } {
  const fromEnvironment = environmentConnections(environment);
  const lastUse = new Map<string, number>();
  const renewals = new Map<string, { readonly token: string; readonly at: number }>();

  const find = (type: CredentialType, alias: string | undefined, workspaceId: string): Promise<ConnectionRow | undefined> =>
    alias === undefined
      ? findDefaultConnection(host.database, workspaceId, type.service)
      : findConnection(host.database, workspaceId, alias);

  return {
    async resolve(type, alias, workspaceId, origin) {
      const row = await find(type, alias, workspaceId).catch(explain);
      if (row) {
        const values = await readValues(host, type, row, origin).catch(explain);
        noteUse(host, row, lastUse);
        return values;
      }
      if (alias !== undefined && !hasEnvironmentConnection(alias, environment)) {
        throw fatal(`There is no connection "${alias}". Add it: weft connections add ${alias} --service ${type.service}`, {
          name: "MissingConnection",
        });
      }
      const values = await fromEnvironment(type, alias, workspaceId);
      return alias === undefined ? withoutBorrowed(host, type, workspaceId, values) : values;
    },
    async renew(type, alias, workspaceId, refused) {
      const row = await find(type, alias, workspaceId);
      const token = refused[row?.service === type.service ? tokenField(type) : DEFAULT_TOKEN_FIELD];
      if (row?.kind !== "oauth2" || token === undefined) return false;
      const last = renewals.get(row.id);
      if (last?.token === hash(token) && Date.now() - last.at < RENEWED_AGAIN_AFTER_MS) return false;
      const { oauth } = await openSecrets(host.vault, row);
      if (oauth?.grant === "authorization_code" && oauth.tokens?.refreshToken === undefined) return false;
      const renewed = (await freshSecrets(host, row, token)).oauth?.tokens?.accessToken;
      if (renewed === undefined || renewed === token) return false;
      renewals.set(row.id, { token: hash(renewed), at: Date.now() });
      return true;
    },
  };
}

/** The values a step gets: what a person typed, and for OAuth a token that works. */
export async function readValues(
  host: ConnectionHost,
  type: CredentialType,
  row: ConnectionRow,
  origin?: string,
): Promise<Record<string, string>> {
  const hosts = type.service === "http" ? httpHostsOf(row.service) : undefined;
  if (row.service !== type.service && hosts === undefined) {
    throw fatal(`The connection "${row.alias}" is for ${row.service}, not for ${type.service}.`, { name: "WrongConnection" });
  }
  const own = await host.credentialTypes.find(row.service, row.workspaceId);
  // A description of the name that several plugins share, such as google, has no claim to their connections.
  if (hosts === undefined && own && !own.described && JSON.stringify(own.credential.fields) !== JSON.stringify(type.fields)) {
    throw fatal(`The connection "${row.alias}" is for Weft's own ${row.service}.`, { name: "WrongConnection" });
  }
  if (origin !== undefined) refuseOrigin(row, await openSecrets(host.vault, row), origin);
  const secrets = row.kind === "oauth2" ? await freshSecrets(host, row) : await openSecrets(host.vault, row);
  const token = secrets.oauth?.tokens?.accessToken;
  const field = hosts === undefined ? tokenField(type) : DEFAULT_TOKEN_FIELD;
  return { ...secrets.fields, ...(token === undefined ? {} : { [field]: token }), ...(hosts === undefined ? {} : { hosts }) };
}

/** An address of the connection's own is where its secrets go, whatever the service's description says. */
function refuseOrigin(row: ConnectionRow, { fields, origins }: ConnectionSecrets, origin: string): void {
  if (origins === undefined || fields["baseUrl"] !== undefined || origins.includes(origin)) return;
  throw fatal(
    `The connection "${row.alias}" was made for ${origins.join(", ")}; ${row.service} is described at ${origin} now. Give its secrets again: weft connections update ${row.alias}`,
    { name: "WrongConnection" },
  );
}

/** A service that the workspace describes chooses its name, and so its variables: it gets none that belong to another service or to Weft. */
async function withoutBorrowed(
  host: ConnectionHost,
  type: CredentialType,
  workspaceId: string,
  values: Record<string, string>,
): Promise<Record<string, string>> {
  if (Object.keys(values).length === 0 || !(await host.credentialTypes.find(type.service, workspaceId))?.described) return values;
  const others = (await host.credentialTypes.list(workspaceId)).filter(({ described }) => !described);
  const taken = new Set(others.flatMap(({ credential }) => Object.values(credential.fields).map(({ env }) => env)));
  const isBorrowed = (field: string): boolean => {
    const variable = type.fields[field]?.env ?? "";
    return taken.has(variable) || variable.startsWith("WEFT_");
  };
  return Object.fromEntries(Object.entries(values).filter(([field]) => !isBorrowed(field)));
}

/** The field of a credential that an OAuth access token goes to. */
export function tokenField(type: CredentialType): string {
  return type.oauth?.tokenField ?? DEFAULT_TOKEN_FIELD;
}

/** Not waited for: no step depends on our bookkeeping. */
function noteUse(host: ConnectionHost, row: ConnectionRow, lastUse: Map<string, number>): void {
  const now = Date.now();
  if (now - (lastUse.get(row.id) ?? row.lastUsedAt?.getTime() ?? 0) < USED_EVERY_MS) return;
  lastUse.set(row.id, now);
  markConnectionUsed(host.database, row.workspaceId, row.id, new Date(now)).catch((error: unknown) =>
    console.error(`The last use of connection ${row.id} was not noted:`, error instanceof Error ? error.message : error),
  );
}

/** What a step can say of a failure: a query's own message holds its values. */
function explain(error: unknown): never {
  if (error instanceof FatalError || error instanceof RetryableError) throw error;
  if (isAppError(error)) throw fatal(error.message, { name: "UnreadableConnection" });
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  console.error("A connection could not be read:", cause instanceof Error ? cause.message : cause);
  throw retryable("The connection could not be read: the database did not answer.", { name: "DatabaseError" });
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
