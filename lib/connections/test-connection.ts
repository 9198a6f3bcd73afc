import { stepError } from "../../plugins/kit/step-error.ts";
import { withStepContext } from "../../plugins/kit/step-context.ts";
import { steps } from "../../plugins/steps.generated.ts";
import type { ConnectionTest } from "../api/schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { ConnectionCheck, InstalledPlugins } from "../plugins/installed-plugins.ts";
import { createHostResolver, readAllowedPrivateHosts } from "../steps/egress-guard.ts";
import { SecretRedactor } from "../steps/redact-secrets.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets } from "./connection-host.ts";
import type { TestCall } from "./connection-input.ts";
import { oneLine } from "./one-line.ts";
import { readValues, storedConnections } from "./resolve-connection.ts";
import { requireConnection } from "./show-connection.ts";
import type { ConnectionRow } from "./store.ts";
import { updateConnection } from "./store.ts";

const TIMEOUT_MS = 20_000;
/** Characters of what a service calls the account, and of what it says is wrong. */
const [LONGEST_NAME, LONGEST_WORDS] = [200, 1_500];

/** Tries a connection with a call that changes nothing, and keeps what came of it. What is wrong is an answer, not an error. */
export async function testConnection(
  host: ConnectionHost & { readonly plugins: Pick<InstalledPlugins, "connectionChecks"> },
  access: Access,
  alias: string,
  call?: TestCall,
): Promise<ConnectionTest> {
  const row = await requireConnection(host, access, alias);
  const check = call ? await httpCheck(host, row, call) : await findCheck(host, row, host.plugins.connectionChecks);
  const outcome = await tryOut(host, row, check);
  await updateConnection(host.database, row.workspaceId, row.id, {
    testedAt: new Date(),
    lastError: outcome.ok ? null : outcome.message,
    ...(outcome.account === null ? {} : { account: outcome.account }),
    ...(outcome.ok ? { status: "ready" as const } : isFailing(outcome, row) ? { status: "failing" as const } : {}),
  });
  return outcome;
}

/** What a person must mend by authorizing has its own status already. */
function isFailing(outcome: ConnectionTest, row: ConnectionRow): boolean {
  return outcome.problem === "credential" && row.status === "ready";
}

async function findCheck(
  host: ConnectionHost,
  row: ConnectionRow,
  checks: InstalledPlugins["connectionChecks"],
): Promise<ConnectionCheck | undefined> {
  const service = await host.credentialTypes.find(row.service, row.workspaceId);
  const plugin = (service?.plugins ?? [row.service]).find((name) => Object.hasOwn(checks, name));
  return plugin === undefined ? undefined : checks[plugin]?.();
}

async function httpCheck(host: ConnectionHost, row: ConnectionRow, call: TestCall): Promise<ConnectionCheck> {
  const http = await host.credentialTypes.find("http", row.workspaceId);
  if (!http)
    throw new AppError("unavailable", "There is no HTTP service to try the connection with.", { hint: "Test it without an address." });
  const values = row.kind === "fields" ? (await openSecrets(host.vault, row)).fields : {};
  const auth =
    call.auth ??
    (row.kind === "oauth2" || values["token"] !== undefined ? "bearer" : values["username"] !== undefined ? "basic" : "header");
  const request = await steps["http.request"]();
  return async (options) => {
    const { status } = await request(
      { method: "GET", url: call.url, auth, ...(call.authName === undefined ? {} : { authName: call.authName }) },
      { ...options, timeout: `${TIMEOUT_MS / 1_000}s` },
    );
    return { account: `${new URL(call.url).host} answered ${status}` };
  };
}

async function tryOut(host: ConnectionHost, row: ConnectionRow, check: ConnectionCheck | undefined): Promise<ConnectionTest> {
  const redactor = new SecretRedactor();
  const connections = storedConnections(host);
  let renewed = false;
  const attempt = async (): Promise<ConnectionTest> => {
    const used: Parameters<typeof connections.renew>[] = [];
    try {
      if (!check) return await withoutCheck(host, row);
      const { account } = await withStepContext(
        {
          idempotencyKey: `test-${row.id}-${Date.now()}`,
          attempt: 1,
          signal: AbortSignal.timeout(TIMEOUT_MS),
          fetch: host.egress,
          resolveHost: createHostResolver({ allowedPrivateHosts: readAllowedPrivateHosts(process.env["WEFT_ALLOWED_PRIVATE_HOSTS"]) }),
          resolveCredential: async (type) => {
            const values = await connections.resolve(type, row.alias, row.workspaceId);
            redactor.addCredential(type, values);
            used.push([type, row.alias, row.workspaceId, values]);
            return values;
          },
        },
        () => check({ connection: row.alias }),
      );
      const name = oneLine(redactor.redactText(account), LONGEST_NAME);
      return { ok: true, account: name, problem: null, message: `Connected as ${name}.` };
    } catch (error) {
      if (stepError(error).status === 401 && !renewed) {
        renewed = true;
        for (const connection of used) if (await connections.renew(...connection).catch(() => false)) return attempt();
      }
      return describeFailure(error, redactor);
    }
  };
  return attempt();
}

/** Of a service that no check is written for, only the token can be tried. */
async function withoutCheck(host: ConnectionHost, row: ConnectionRow): Promise<ConnectionTest> {
  const service = await host.credentialTypes.find(row.service, row.workspaceId);
  if (row.kind === "oauth2" && service) {
    await readValues(host, service.credential, row);
    return { ok: true, account: null, problem: null, message: "There is a token that works for a while; what it may do is not known." };
  }
  await openSecrets(host.vault, row);
  return {
    ok: true,
    account: null,
    problem: null,
    message: "It is stored and opens; whether a service takes it shows a call: give an address to try it with.",
  };
}

function describeFailure(error: unknown, redactor: SecretRedactor): ConnectionTest {
  const { name, message, status } = stepError(error);
  const said = oneLine(redactor.redactMessage(message), LONGEST_WORDS);
  const problem = problemOf(name, status);
  const advice = {
    credential: "The service does not take the credential: it is wrong, has expired or was revoked.",
    permission: "The credential is good, but lacks a permission (a scope) for this.",
    unreachable: "The service could not be reached, which says nothing about the credential.",
    authorization: "A person must authorize it.",
    other: "The test failed.",
  }[problem];
  return { ok: false, account: null, problem, message: `${advice} ${said}` };
}

function problemOf(name: string, status: number | undefined): NonNullable<ConnectionTest["problem"]> {
  if (name === "NeedsAuthorization") return "authorization";
  if (name === "MissingCredential" || name === "TokenRenewalFailed" || status === 401) return "credential";
  if (status === 403) return "permission";
  const isNetwork = status === undefined && /^(?:NetworkError|TimeoutError|EgressBlockedError|FetchError|TypeError|AbortError)$/.test(name);
  if (isNetwork || status === 408 || status === 429 || (status !== undefined && status >= 500)) return "unreachable";
  return "other";
}
