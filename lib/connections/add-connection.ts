import type { ConnectionDetails } from "../api/schemas.ts";
import { AppError } from "../errors.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import { holdKeys } from "../secrets/store.ts";
import { checkSecrets, requireService } from "./check-connection-input.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { sealSecrets } from "./connection-host.ts";
import type { NewConnection } from "./connection-input.ts";
import type { ConnectionSecrets, OAuthState } from "./connection-secrets.ts";
import type { ConnectableService } from "./credential-types.ts";
import { showConnection } from "./show-connection.ts";
import { countOfService, insertConnection, replaceDefault } from "./store.ts";

/** Stores a credential under an alias, sealed. An OAuth one waits for somebody to authorize it, or fetches its token when it is first used. */
export async function addConnection(host: ConnectionHost, access: Access, input: NewConnection): Promise<ConnectionDetails> {
  const { workspaceId } = access;
  const service = requireService(
    input.service,
    await host.credentialTypes.find(input.service, workspaceId),
    await host.credentialTypes.list(workspaceId),
  );
  const secrets: ConnectionSecrets = {
    fields: input.fields ?? {},
    ...(input.oauth ? { oauth: { ...ownProvider(service), ...input.oauth, grant: input.oauth.grant ?? "authorization_code" } } : {}),
    ...(service.origins ? { origins: [...service.origins] } : {}),
  };
  checkSecrets(service, secrets);
  const identity = { id: newId("con"), workspaceId, service: service.service };
  await host.database.transaction(async (tx) => {
    await holdKeys(tx);
    const isFirst = (await countOfService(tx, workspaceId, service.service)) === 0;
    const added = await insertConnection(tx, {
      ...identity,
      ...(await sealSecrets(host.vault, identity, secrets)),
      alias: input.alias,
      label: input.label ?? "",
      kind: secrets.oauth ? "oauth2" : "fields",
      scopes: [],
      status: secrets.oauth?.grant === "authorization_code" ? "unauthorized" : "ready",
    });
    if (!added) {
      throw new AppError("conflict", `There is a connection "${input.alias}" already.`, {
        hint: `Choose another alias, or change that one: weft connections update ${input.alias}`,
      });
    }
    // An HTTP credential goes wherever a node sends it, so none is used unasked.
    if (input.default ?? (isFirst && service.service !== "http")) await replaceDefault(tx, workspaceId, service.service, identity.id);
  });
  await recordAudit(host, access, { action: "connection.added", target: input.alias, details: { service: service.service } });
  return showConnection(host, access, input.alias);
}

/** The authorization server of a service that the workspace describes: sealed with the client's secret, so that a later description cannot have it sent elsewhere. */
function ownProvider({ described, credential }: ConnectableService): Pick<OAuthState, "provider"> {
  if (!described || !credential.oauth) return {};
  const { authorizeUrl, tokenUrl } = credential.oauth;
  return { provider: { authorizeUrl, tokenUrl } };
}
