import type { ConnectionDetails, ConnectionSummary } from "../../lib/api/schemas.ts";
import { parseInput } from "../../lib/api/parse-input.ts";
import { addConnection } from "../../lib/connections/add-connection.ts";
import { changeConnection } from "../../lib/connections/change-connection.ts";
import type { ConnectionChanges, NewConnection, TestCall } from "../../lib/connections/connection-input.ts";
import { connectionChangesSchema, newConnectionSchema, testCallSchema } from "../../lib/connections/connection-input.ts";
import { listConnections, listConnectionTypes } from "../../lib/connections/list-connections.ts";
import { removeConnection } from "../../lib/connections/remove-connection.ts";
import { showConnection } from "../../lib/connections/show-connection.ts";
import type { ConnectionOptions } from "../connection-options.ts";
import { readFields, readOAuth, warnOfOpenFields } from "../connection-options.ts";
import type { OpenServer } from "../open-server.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";
import { UsageError } from "../usage-error.ts";

/** `weft connections add`. */
export async function addConnectionCommand(alias: string, options: ConnectionOptions & { readonly service: string }): Promise<void> {
  const added = await withServer({ deliver: false }, async ({ server, access }) => {
    const oauth = await readOAuth(options);
    const fields = options.field ?? (oauth ? [] : await missingFields(server.credentialTypes, options.service, access.workspaceId));
    const input = {
      alias,
      service: options.service,
      ...(options.label === undefined ? {} : { label: options.label }),
      ...(fields.length === 0 ? {} : { fields: await readFields(fields) }),
      ...(oauth ? { oauth } : {}),
      ...(options.default === undefined ? {} : { default: options.default }),
    };
    // The schema's own output.
    return addConnection(server, access, parseInput("body", newConnectionSchema, input) as NewConnection);
  });
  warnOfOpenFields(options.field, added);
  await printConnection(added, options.json);
  if (added.status === "unauthorized" && !options.json) console.error(`Next: weft connections authorize ${alias}`);
}

/** `weft connections update`. */
export async function updateConnectionCommand(
  alias: string,
  options: ConnectionOptions & { readonly alias?: string; readonly removeField?: readonly string[] },
): Promise<void> {
  const oauth = await readOAuth(options);
  const fields = {
    ...(await readFields(options.field ?? [])),
    ...Object.fromEntries((options.removeField ?? []).map((name) => [name, null])),
  };
  const changes = {
    ...(options.alias === undefined ? {} : { alias: options.alias }),
    ...(options.label === undefined ? {} : { label: options.label }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(oauth ? { oauth } : {}),
    ...(options.default === undefined ? {} : { default: options.default }),
  };
  if (Object.keys(changes).length === 0)
    throw new UsageError("nothing to change was given", "For example: weft connections update team-slack --field token");
  // The schema's own output.
  const parsed = parseInput("body", connectionChangesSchema, changes) as ConnectionChanges;
  const changed = await withServer({ deliver: false }, ({ server, access }) => changeConnection(server, access, alias, parsed));
  warnOfOpenFields(options.field, changed);
  await printConnection(changed, options.json);
}

/** `weft connections list`. */
export async function listConnectionsCommand(options: { json?: boolean }): Promise<void> {
  const list = await withServer({ deliver: false }, ({ server, access }) => listConnections(server, access));
  if (options.json) return printJson(list);
  await print(list.connections.length === 0 ? "No connections." : list.connections.map(summaryLine).join("\n"));
}

/** `weft connections services`. */
export async function listServicesToConnectCommand(options: { json?: boolean }): Promise<void> {
  const list = await withServer({ deliver: false }, ({ server, access, url }) => listConnectionTypes(server, access, url));
  if (options.json) return printJson(list);
  const lines = list.types.flatMap(({ service, label, fields, oauth }) => [
    `${service}  ${label}${oauth ? "  (OAuth 2.0)" : ""}`,
    ...fields.map(
      (field) => `    ${field.name}${field.optional ? "" : " *"}  ${field.label}${field.help === null ? "" : `: ${field.help}`}`,
    ),
  ]);
  await print(lines.join("\n"));
}

/** `weft connections show`. */
export async function showConnectionCommand(alias: string, options: { json?: boolean }): Promise<void> {
  await printConnection(await withServer({ deliver: false }, ({ server, access }) => showConnection(server, access, alias)), options.json);
}

/** `weft connections test`; exit code 1 when the connection does not work. */
export async function testConnectionCommand(
  alias: string,
  options: { url?: string; auth?: string; authName?: string; json?: boolean },
): Promise<void> {
  const { url, auth, authName, json } = options;
  const call =
    url === undefined
      ? undefined
      : // The schema's own output.
        (parseInput("body", testCallSchema, {
          url,
          ...(auth === undefined ? {} : { auth }),
          ...(authName === undefined ? {} : { authName }),
        }) as TestCall);
  const outcome = await withServer({ deliver: false }, ({ server, access }) => server.tryConnection(access, alias, call));
  if (!outcome.ok) process.exitCode = 1;
  await (json ? printJson(outcome) : print(`${outcome.ok ? "✓" : "✗"} ${outcome.message}`));
}

/** `weft connections default`. */
export async function defaultConnectionCommand(alias: string, options: { json?: boolean }): Promise<void> {
  const changed = await withServer({ deliver: false }, ({ server, access }) => changeConnection(server, access, alias, { default: true }));
  await (options.json ? printJson(changed) : print(`${alias} is used by nodes of ${changed.service} that name no connection.`));
}

/** `weft connections remove`. */
export async function removeConnectionCommand(alias: string, options: { force?: boolean; json?: boolean }): Promise<void> {
  const removed = await withServer({ deliver: false }, ({ server, access }) =>
    removeConnection(server, access, alias, { force: options.force === true }),
  );
  await (options.json ? printJson(removed) : print(`${alias} is removed${removed.revoked ? ", and its token revoked" : ""}.`));
}

/** The fields to ask for when none is given: those that the service cannot do without. */
async function missingFields(
  types: OpenServer["server"]["credentialTypes"],
  service: string,
  workspaceId: string,
): Promise<readonly string[]> {
  const fields = (await types.find(service, workspaceId))?.credential.fields ?? {};
  return Object.keys(fields).filter((name) => fields[name]?.optional !== true);
}

async function printConnection(connection: ConnectionDetails, json: boolean | undefined): Promise<void> {
  if (json) return printJson(connection);
  const { fields, oauth } = connection;
  const lines = [summaryLine(connection)];
  for (const { name, set, value, hint } of fields) lines.push(`  ${name}: ${set ? (value ?? hint ?? "set") : "not set"}`);
  if (oauth) {
    lines.push(`  client id: ${oauth.clientId ?? "the server's own"}`, `  asks for: ${oauth.requestedScopes.join(" ") || "no scopes"}`);
    if (oauth.missingScopes.length > 0) lines.push(`  not granted: ${oauth.missingScopes.join(" ")}`);
  }
  if (connection.lastError !== null) lines.push(`  ${connection.lastError}`);
  await print(lines.join("\n"));
}

function summaryLine({ alias, service, status, label, account, default: isDefault }: ConnectionSummary): string {
  const rest = [isDefault ? "default" : "", account ?? "", label].filter((part) => part !== "");
  return [alias, service, status.replaceAll("_", " "), ...rest].join("  ");
}
