import type { Auth } from "./auth/auth.ts";
import { credentialTypesOf } from "./connections/credential-types.ts";
import { hasEnvironmentConnection, storedConnections } from "./connections/resolve-connection.ts";
import { testConnection } from "./connections/test-connection.ts";
import { createDatabase, createPool, migrateDatabase, openWorkspaceDatabases } from "./db/index.ts";
import { DEFAULT_WORKSPACE_ID } from "./workspaces/default-workspace.ts";
import { SDK_VERSION, startEngine } from "./engine/index.ts";
import type { Engine } from "./engine/contract.ts";
import type { StepFetch } from "../plugins/kit/egress.ts";
import { AppError } from "./errors.ts";
import { installedSources } from "./exports/sources.ts";
import type { Server } from "./running-server.ts";
import { hasRunningServer, runningServer, setRunningServer } from "./running-server.ts";
import { installedPlugins } from "./plugins/installed-plugins.ts";
import { withServices } from "./services/service-credentials.ts";
import { createPlayer } from "./run-tests/play-module.ts";
import { reportMissingKeys } from "./secrets/report-missing-keys.ts";
import { Vault } from "./secrets/vault.ts";
import { createEgressFetch, readAllowedPrivateHosts } from "./steps/egress-guard.ts";
import { createStepRunner } from "./steps/run-step.ts";
import { createRateLimit, rateLimitFromEnvironment } from "./triggers/rate-limit.ts";
import { storedVariables } from "./variables/stored-variables.ts";
import { isOnVercel } from "./vercel.ts";
import { createCompiler } from "./workflows/create-compiler.ts";

export interface ServerOptions {
  /** A database that is up; default: `DATABASE_URL`. */
  readonly databaseUrl?: string | undefined;
  /** False for a process that only starts and reads runs and leaves the work to others. */
  readonly deliver?: boolean;
  /** What steps are called with; default: the guard, which refuses addresses that are not public. */
  readonly egress?: StepFetch;
}

/** Stopping waits this long for steps in flight, so that Ctrl-C is done within three seconds; what is longer is run again. */
const STEPS_MAY_END_MS = 1_000;
/** A person looks at the form meanwhile. */
const FORM_TIMEOUT_MS = 20_000;
/** A form's question belongs to no run and changes nothing. */
const FORM_CONTEXT = { runId: "", node: "form", stepId: "form", attempt: 1, idempotencyKey: "form" };
// `bootServer` may be asked by the command and by the HTTP server's start-up at once; both get one server.
const BOOTING = Symbol.for("weft.booting");
const slots = globalThis as { [BOOTING]?: Promise<Server> | undefined };

/** Boots this process's server once: migrates the database, starts the engine, and registers it for the routes. Throws `unavailable` without a database. */
export async function bootServer(options: ServerOptions = {}): Promise<Server> {
  if (hasRunningServer()) return runningServer();
  slots[BOOTING] ??= boot(options).finally(() => {
    slots[BOOTING] = undefined;
  });
  return slots[BOOTING];
}

async function boot(options: ServerOptions): Promise<Server> {
  const server = await createServer(options);
  setRunningServer(server);
  return server;
}

/** A server of its own, not the process's one: what tests and commands use. The caller stops it. */
export async function createServer(options: ServerOptions = {}): Promise<Server> {
  const databaseUrl = options.databaseUrl ?? process.env["DATABASE_URL"];
  if (!databaseUrl)
    throw new AppError("unavailable", "No database was named.", {
      hint: "Set DATABASE_URL, or start with `npm start`, which brings its own.",
    });
  const onDemand = isOnVercel();
  await migrateDatabase(databaseUrl);
  const plugins = await installedPlugins();
  const pool = createPool(databaseUrl);
  const system = createDatabase(pool);
  const { databaseFor, end } = openWorkspaceDatabases(databaseUrl);
  const host = {
    database: system,
    plugins,
    vault: new Vault(),
    egress:
      options.egress ?? createEgressFetch({ allowedPrivateHosts: readAllowedPrivateHosts(process.env["WEFT_ALLOWED_PRIVATE_HOSTS"]) }),
    credentialTypes: withServices(credentialTypesOf(plugins.catalog.plugins.values()), databaseFor, plugins),
  };
  const connections = storedConnections(host);
  const stepRunner = createStepRunner({
    ...plugins,
    connections: connections.resolve,
    renewConnection: connections.renew,
    fetch: host.egress,
  });
  const start = async (): Promise<Engine> => {
    await reportMissingKeys(host);
    return startEngine({
      databaseUrl,
      stepRunner,
      variables: storedVariables(host),
      deliver: options.deliver ?? true,
      onDemand,
      // Read when a link is made: the port may be chosen after the engine has started.
      get publicUrl() {
        return process.env["WEFT_URL"] ?? `http://127.0.0.1:${process.env["PORT"] ?? "3000"}`;
      },
    });
  };
  const engine = await start().catch(async (error: unknown) => {
    await Promise.all([pool.end(), end()]);
    throw error;
  });
  let auth: Promise<Auth> | undefined;
  const server: Server = {
    ...host,
    database: databaseFor(DEFAULT_WORKSPACE_ID),
    system,
    databaseFor,
    auth: () => (auth ??= loadAuth(server)),
    tryConnection: (access, alias, call) => testConnection({ ...host, database: databaseFor(access.workspaceId) }, access, alias, call),
    callAction: (access, { kind, input, connection }) =>
      stepRunner.run({ node: "form", kind: "action", action: kind, ...(connection === undefined ? {} : { connection }) }, input, {
        ...FORM_CONTEXT,
        workspaceId: access.workspaceId,
        signal: AbortSignal.timeout(FORM_TIMEOUT_MS),
      }),
    engine,
    onDemand,
    sources: installedSources,
    playModule: createPlayer(installedSources),
    compiler: createCompiler({ catalog: plugins.catalog, hasConnection: hasEnvironmentConnection }),
    sdkVersion: SDK_VERSION,
    rateLimit: createRateLimit(rateLimitFromEnvironment(process.env["WEFT_RATE_LIMIT"])),
    workspaceId: DEFAULT_WORKSPACE_ID,
    async stop() {
      if (hasRunningServer() && runningServer() === server) setRunningServer(undefined);
      await engine.stop(STEPS_MAY_END_MS);
      await Promise.all([pool.end(), end()]);
    },
  };
  return server;
}

/** Commands need no sign-in, and it takes a while to load. */
async function loadAuth(server: Server): Promise<Auth> {
  const [{ createAuth }, { keepForAccount, settlePerson }] = await Promise.all([
    import("./auth/create-auth.ts"),
    import("./auth/settle-person.ts"),
  ]);
  return createAuth({
    database: server.system,
    onLinked: (anonymousId, userId) => keepForAccount(server, anonymousId, userId),
    settle: (person, options) => settlePerson(server, person, options),
  });
}
