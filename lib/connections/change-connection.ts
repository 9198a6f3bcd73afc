import type { ConnectionDetails } from "../api/schemas.ts";
import { AppError } from "../errors.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import type { Access } from "../keys/access.ts";
import { holdKeys } from "../secrets/store.ts";
import { checkSecrets, requireService } from "./check-connection-input.ts";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import type { ConnectableService } from "./credential-types.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets, sealSecrets } from "./connection-host.ts";
import type { ConnectionChanges } from "./connection-input.ts";
import type { ConnectionSecrets, OAuthState } from "./connection-secrets.ts";
import { refuseWhileUsed } from "./remove-connection.ts";
import { requireConnection, showConnection } from "./show-connection.ts";
import type { ConnectionRow } from "./store.ts";
import { dropAuthorizations, findConnection, lockConnection, replaceDefault, updateConnection } from "./store.ts";

/** Changes what is given of a connection. New OAuth settings make the old tokens void: they were given to another client or for other scopes. */
export async function changeConnection(
  host: ConnectionHost,
  access: Access,
  alias: string,
  changes: ConnectionChanges,
): Promise<ConnectionDetails> {
  const { id, workspaceId, service: name } = await requireConnection(host, access, alias);
  const service = requireService(name, await host.credentialTypes.find(name, workspaceId), []);
  await host.database.transaction(async (tx) => {
    await holdKeys(tx);
    const row = await lockConnection(tx, workspaceId, id);
    if (!row) throw new AppError("not_found", `There is no connection "${alias}" any more.`, { hint: "Add it again." });
    if (changes.alias !== undefined && changes.alias !== row.alias) {
      await refuseWhileUsed(host, tx, row, "renamed");
      if (await findConnection(host.database, workspaceId, changes.alias)) {
        throw new AppError("conflict", `There is a connection "${changes.alias}" already.`, { hint: "Choose another alias." });
      }
    }
    const { alias: newAlias, label } = changes;
    await updateConnection(tx, workspaceId, id, {
      ...(newAlias === undefined ? {} : { alias: newAlias }),
      ...(label === undefined ? {} : { label }),
      ...(changes.fields || changes.oauth ? await changeSecrets(host, row, changes, service) : {}),
    });
    // What a person was asked to authorize is not what it is now.
    if (changes.oauth || changes.fields) await dropAuthorizations(tx, workspaceId, id);
    if (changes.default !== undefined && changes.default !== row.isDefault) {
      await replaceDefault(tx, workspaceId, row.service, changes.default ? id : null);
    }
  });
  // The names of what was changed, never a value.
  await recordAudit(host, access, {
    action: "connection.changed",
    target: alias,
    details: { changed: Object.keys(changes), ...(changes.fields ? { fields: Object.keys(changes.fields) } : {}) },
  });
  return showConnection(host, access, changes.alias ?? alias);
}

async function changeSecrets(
  host: ConnectionHost,
  row: ConnectionRow,
  changes: ConnectionChanges,
  service: ConnectableService,
): Promise<Parameters<typeof updateConnection>[3]> {
  const before = await openSecrets(host.vault, row);
  if (changes.oauth && !before.oauth) {
    throw new AppError("conflict", `The connection "${row.alias}" does not use OAuth.`, { hint: "Add another one with OAuth settings." });
  }
  const fields = { ...before.fields };
  for (const [name, value] of Object.entries(changes.fields ?? {})) {
    if (value === null) delete fields[name];
    else fields[name] = value;
  }
  refuseRedirection(service.credential, row, before, fields, changes);
  const oauth = before.oauth && changes.oauth ? changeOAuth(before.oauth, changes.oauth) : before.oauth;
  const isKept = (name: string): boolean =>
    service.credential.fields[name]?.secret !== false && fields[name] !== undefined && changes.fields?.[name] === undefined;
  const keepsNone = !Object.keys(fields).some(isKept) && (before.oauth === undefined || changes.oauth !== undefined);
  const origins = keepsNone ? service.origins : before.origins;
  const after: ConnectionSecrets = { fields, ...(oauth ? { oauth } : {}), ...(origins ? { origins: [...origins] } : {}) };
  checkSecrets(service, after);
  const startsAnew = changes.oauth !== undefined && oauth !== undefined;
  return {
    ...(await sealSecrets(host.vault, row, after)),
    lastError: null,
    testedAt: null,
    ...(startsAnew
      ? { status: oauth.grant === "authorization_code" ? ("unauthorized" as const) : ("ready" as const), scopes: [], expiresAt: null }
      : row.kind === "fields"
        ? { status: "ready" as const }
        : {}),
  };
}

/** Open fields that say who somebody is. Any other, a plugin's of somebody else too, may say where secrets are sent. */
const IDENTITIES = new Set(["username", "user", "email", "subject", "clientId"]);

/** Whoever can change a connection cannot read it; sending its secrets somewhere else would be reading them. They must be given again. */
function refuseRedirection(
  type: CredentialType,
  row: ConnectionRow,
  before: ConnectionSecrets,
  fields: Readonly<Record<string, string>>,
  changes: ConnectionChanges,
): void {
  const isSecret = (name: string): boolean => type.fields[name]?.secret !== false;
  const moved = Object.keys({ ...before.fields, ...fields }).find(
    (name) =>
      !isSecret(name) &&
      !IDENTITIES.has(name) &&
      fields[name] !== before.fields[name] &&
      !(name === "hosts" && isNarrower(fields[name], before.fields[name])),
  );
  if (moved === undefined) return;
  const kept = Object.keys(before.fields).filter(
    (name) => isSecret(name) && fields[name] !== undefined && changes.fields?.[name] === undefined,
  );
  const keepsTokens = before.oauth?.tokens !== undefined && changes.oauth === undefined;
  if (kept.length === 0 && !keepsTokens) return;
  throw new AppError(
    "conflict",
    `With another ${moved}, "${row.alias}" needs its ${keepsTokens ? "authorization" : kept.join(", ")} again.`,
    {
      hint: keepsTokens ? "Give the OAuth settings too, then authorize it again." : `Give ${kept.join(", ")} together with ${moved}.`,
    },
  );
}

/** Whether every host of the one list is in the other; no list means any host. */
function isNarrower(after: string | undefined, before: string | undefined): boolean {
  const hosts = (list: string): string[] => list.split(",").map((host) => host.trim().toLowerCase());
  if (after === undefined) return false;
  return before === undefined || hosts(after).every((host) => hosts(before).includes(host));
}

function changeOAuth(before: OAuthState, changes: NonNullable<ConnectionChanges["oauth"]>): OAuthState {
  const { tokens: _void, ...settings } = before;
  const { grant, clientId, clientSecret, scopes, provider } = changes;
  // Where a secret goes is not changed without giving the secret again: it was entrusted to the former address.
  const moved =
    provider !== undefined && (provider.tokenUrl !== before.provider?.tokenUrl || provider.revokeUrl !== before.provider?.revokeUrl);
  if (moved && clientSecret === undefined && before.clientSecret !== undefined) {
    throw new AppError("invalid_input", "Another token address needs clientSecret again.", {
      hint: "Give oauth.clientSecret together with oauth.provider.",
    });
  }
  return {
    ...settings,
    ...(grant === undefined ? {} : { grant }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(provider === undefined ? {} : { provider }),
  };
}
