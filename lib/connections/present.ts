import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import type { ConnectionDetails, ConnectionSummary } from "../api/schemas.ts";
import type { ConnectionSecrets } from "./connection-secrets.ts";
import type { ConnectionRow } from "./store.ts";

/** A secret shorter than this shows nothing of itself: its end would be too much of it. */
const SHORTEST_HINTED = 13;
const HINT = 4;

/** What people see of a connection in a list: nothing that was sealed. */
export function presentConnection(row: ConnectionRow): ConnectionSummary {
  const { alias, service, label, kind, status, isDefault, scopes, lastError, account } = row;
  return {
    alias,
    service,
    label,
    kind,
    status,
    default: isDefault,
    scopes: [...scopes],
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastError,
    account,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    testedAt: row.testedAt?.toISOString() ?? null,
  };
}

/** One connection with its fields: those that are no secrets whole, of the others at most the end. */
export function presentDetails(row: ConnectionRow, secrets: ConnectionSecrets, type: CredentialType | undefined): ConnectionDetails {
  const names = [...new Set([...Object.keys(type?.fields ?? {}), ...Object.keys(secrets.fields)])];
  return {
    ...presentConnection(row),
    fields: names.map((name) => {
      const value = secrets.fields[name];
      const field = type?.fields[name];
      // What no definition speaks of is treated as a secret.
      const secret = field?.secret !== false || !field;
      return {
        name,
        label: field?.label ?? name,
        secret,
        set: value !== undefined,
        value: secret ? null : (value ?? null),
        hint: secret && value !== undefined ? maskSecret(value) : null,
      };
    }),
    oauth: presentOAuth(row, secrets, type),
  };
}

/** `…9f3a`, or null for a secret too short to show any of. */
export function maskSecret(secret: string): string | null {
  return secret.length < SHORTEST_HINTED ? null : `…${secret.slice(-HINT)}`;
}

function presentOAuth(row: ConnectionRow, { oauth }: ConnectionSecrets, type: CredentialType | undefined): ConnectionDetails["oauth"] {
  if (!oauth) return null;
  const provider = oauth.provider ?? type?.oauth;
  const requestedScopes = [...(oauth.scopes ?? type?.oauth?.scopes ?? [])];
  return {
    grant: oauth.grant,
    clientId: oauth.clientId ?? null,
    clientSecretSet: oauth.clientSecret !== undefined,
    requestedScopes,
    missingScopes: oauth.tokens && row.scopes.length > 0 ? requestedScopes.filter((scope) => !isGranted(scope, row.scopes)) : [],
    authorizeUrl: provider?.authorizeUrl ?? null,
    tokenUrl: provider?.tokenUrl ?? "",
    renewable: oauth.grant === "client_credentials" || oauth.tokens?.refreshToken !== undefined,
  };
}

/** What asks for tokens or for who somebody is; servers grant it without saying so. */
const UNSPOKEN = new Set(["offline_access", "openid", "profile", "email"]);

/** Microsoft grants `https://graph.microsoft.com/Mail.Read` to who asks for `Mail.Read`. */
function isGranted(scope: string, granted: readonly string[]): boolean {
  return (
    UNSPOKEN.has(scope) ||
    granted.some((one) => one.toLowerCase() === scope.toLowerCase() || one.toLowerCase().endsWith(`/${scope.toLowerCase()}`))
  );
}
