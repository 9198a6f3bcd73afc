import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectionDetails, ConnectionSummary } from "../../lib/api/schemas.ts";
import { parseInput } from "../../lib/api/parse-input.ts";
import { addConnection } from "../../lib/connections/add-connection.ts";
import { beginAuthorization } from "../../lib/connections/begin-authorization.ts";
import { CALLBACK_PATH } from "../../lib/connections/callback-path.ts";
import { changeConnection } from "../../lib/connections/change-connection.ts";
import type { ConnectionChanges, NewConnection, TestCall } from "../../lib/connections/connection-input.ts";
import { connectionChangesSchema, newConnectionSchema, testCallSchema } from "../../lib/connections/connection-input.ts";
import { listConnections, listConnectionTypes } from "../../lib/connections/list-connections.ts";
import { removeConnection } from "../../lib/connections/remove-connection.ts";
import { showConnection } from "../../lib/connections/show-connection.ts";
import type { OpenServer } from "../open-server.ts";
import { withServer } from "../open-server.ts";
import { mark, print, printJson } from "../print.ts";
import { isOpen, readSecret } from "../read-secret.ts";
import { UsageError } from "../usage-error.ts";

/** What `add` and `update` have in common. */
export interface ConnectionOptions {
  readonly label?: string;
  readonly field?: readonly string[];
  readonly oauth?: boolean;
  readonly grant?: "authorization_code" | "client_credentials";
  readonly clientId?: string;
  readonly clientSecret?: string | true;
  readonly scope?: readonly string[];
  readonly authorizeUrl?: string;
  readonly tokenUrl?: string;
  readonly revokeUrl?: string;
  readonly issuer?: string;
  readonly clientAuth?: "basic" | "post";
  readonly pkce?: boolean;
  readonly authorizeParam?: readonly string[];
  readonly tokenParam?: readonly string[];
  readonly default?: boolean;
  readonly json?: boolean;
}

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

/** `weft connections authorize`: prints the address, and waits for the person to come back when a server runs that they can come back to. */
export async function authorizeConnectionCommand(alias: string, options: { wait: boolean; json?: boolean }): Promise<void> {
  await withServer({ deliver: false }, async (open) => {
    const { server, access } = open;
    const before = await showConnection(server, access, alias);
    const begun = await beginAuthorization(server, access, alias, { redirectUri: publicUrl(open)(CALLBACK_PATH) });
    if (options.json) await printJson(begun);
    else await print(begun.url);
    console.error(`Open this address within ten minutes. The provider must know this callback: ${begun.redirectUri}`);
    if (!options.wait) return;
    if (!(await isAnswering(new URL("/api/health", begun.redirectUri).href))) {
      console.error(
        mark("yellow", `No server answers at ${new URL(begun.redirectUri).origin}: start it (weft start) before you open the address.`),
      );
      return;
    }
    const after = await waitForChange(open, before, Date.parse(begun.expiresAt));
    if (after?.lastError === null) console.error(mark("green", `✓ ${alias} is authorized.`));
    else {
      process.exitCode = 1;
      console.error(mark("red", after ? `✗ ${after.lastError}` : "✗ Nobody came back in time."));
    }
  });
}

async function waitForChange(
  { server, access }: OpenServer,
  before: ConnectionDetails,
  until: number,
): Promise<ConnectionDetails | undefined> {
  while (Date.now() < until) {
    await sleep(500);
    const now = await showConnection(server, access, before.alias);
    if (now.updatedAt !== before.updatedAt) return now;
  }
  return undefined;
}

function publicUrl({ url }: OpenServer): (path: string) => string {
  const configured = process.env["WEFT_URL"];
  return configured ? (path) => `${configured.replace(/\/+$/, "")}${path}` : url;
}

async function isAnswering(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  );
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

/** `name=value`, `name=@file`, `name=@-`, or `name` alone to be asked. */
async function readFields(given: readonly string[]): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  if (given.filter((one) => one.endsWith("=@-")).length > 1) {
    throw new UsageError("two fields would be read from standard input", "Read one of them from a file: --field name=@file");
  }
  for (const one of given) {
    const at = one.indexOf("=");
    const name = at < 0 ? one : one.slice(0, at);
    const value = at < 0 ? undefined : one.slice(at + 1);
    fields[name] = await readSecret(value, name);
  }
  return fields;
}

async function readOAuth(options: ConnectionOptions): Promise<object | undefined> {
  const { grant, clientId, clientSecret, scope, tokenUrl } = options;
  const isAsked = [options.oauth, grant, clientId, clientSecret, scope, tokenUrl].some((value) => value !== undefined);
  if (!isAsked) return undefined;
  if (typeof clientSecret === "string" && isOpen(clientSecret)) warnOfHistory("--client-secret");
  const secret =
    clientSecret === undefined ? undefined : await readSecret(clientSecret === true ? undefined : clientSecret, "Client secret");
  const provider = {
    tokenUrl,
    authorizeUrl: options.authorizeUrl,
    revokeUrl: options.revokeUrl,
    issuer: options.issuer,
    clientAuth: options.clientAuth,
    ...(options.pkce === false ? { pkce: false } : {}),
    ...(options.authorizeParam ? { authorizeParams: pairs(options.authorizeParam) } : {}),
    ...(options.tokenParam ? { tokenParams: pairs(options.tokenParam) } : {}),
  };
  return defined({
    grant,
    clientId,
    clientSecret: secret,
    scopes: scope?.flatMap((list) => list.split(",")).filter((one) => one !== ""),
    provider: tokenUrl === undefined ? undefined : defined(provider),
  });
}

/** `name=value` as an object. */
function pairs(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, value.join("=")];
    }),
  );
}

function defined(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function warnOfOpenFields(given: readonly string[] = [], { fields }: ConnectionDetails): void {
  for (const { name, secret } of fields) {
    const value = given.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
    if (secret && isOpen(value)) warnOfHistory(`--field ${name}`);
  }
}

function warnOfHistory(option: string): void {
  const name = option.startsWith("--field ") ? `${option}=@-` : `${option} @-`;
  console.error(
    mark(
      "yellow",
      `A secret in the command stays in the shell's history. Better: ${name} (standard input), or the option without a value to be asked.`,
    ),
  );
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
