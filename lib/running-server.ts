import type { Diagnostic } from "../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../codegen/schema/graph.ts";
import type { Database } from "./db/index.ts";
import type { CompiledVersion, Engine } from "./engine/contract.ts";
import type { StepFetch } from "../plugins/kit/egress.ts";
import type { ConnectionTest } from "./api/schemas.ts";
import type { TestCall } from "./connections/connection-input.ts";
import type { CredentialTypes } from "./connections/credential-types.ts";
import type { Auth } from "./auth/auth.ts";
import { AppError } from "./errors.ts";
import type { Access } from "./keys/access.ts";
import type { Sources } from "./exports/sources.ts";
import type { InstalledPlugins } from "./plugins/installed-plugins.ts";
import type { WorkspaceCatalog } from "./plugins/load-catalog.ts";
import type { PlayModule } from "./run-tests/play-module.ts";
import type { Vault } from "./secrets/vault.ts";
import type { RateLimit } from "./triggers/rate-limit.ts";

/** What a workspace has that a graph may name; whatever is left out is not looked at. */
export interface CompileContext {
  /** The names of workflows that may be called. */
  readonly workflows?: ReadonlySet<string>;
  /** The aliases of stored connections, to which those of the environment come. */
  readonly connections?: ReadonlySet<string>;
  readonly variables?: ReadonlyMap<string, "plain" | "secret">;
  /** With the services that the workspace describes; without it, the installed plugins. */
  readonly catalog?: WorkspaceCatalog;
  /** Whether data that no type is known of is an error. Default `warn`. */
  readonly looseData?: "warn" | "error";
}

/** Compiles and type-checks a graph; throws `invalid_graph` with the diagnostics in `details.diagnostics`. */
export interface Compiler {
  compile(document: unknown, context?: CompileContext): CompiledGraph;
  /** The graph that a workflow's module says; throws likewise. */
  parse(source: string, catalog?: WorkspaceCatalog): Graph;
}

/** A graph that may be published: the parsed document and what it became. */
interface CompiledGraph {
  readonly graph: Graph;
  readonly version: CompiledVersion;
  readonly warnings: readonly Diagnostic[];
  /** Names the set of actions it was compiled against. */
  readonly catalogHash: string;
}

/** One call of an action by itself. */
export interface ActionCall {
  readonly kind: string;
  readonly input: unknown;
  /** The alias of a connection. */
  readonly connection?: string;
}

/** Everything a command needs of the process it runs in; made once by `bootServer`. */
export interface Server {
  /** What the workspace `workspaceId` sees: Postgres shows no other's rows. */
  readonly database: Database;
  /** Sees every workspace, and people and sessions: for what belongs to no workspace, or must first find out to which. */
  readonly system: Database;
  readonly databaseFor: (workspaceId: string) => Database;
  /** Loaded when somebody first signs in. */
  readonly auth: () => Promise<Auth>;
  readonly engine: Engine;
  /** True where this process is frozen between requests, and works during them only. */
  readonly onDemand: boolean;
  readonly compiler: Compiler;
  /** The Workflow SDK's, kept with each version. */
  readonly sdkVersion: string;
  readonly rateLimit: RateLimit;
  /** Seals and opens what the database keeps secret. */
  readonly vault: Vault;
  /** What steps and token endpoints are called with: it refuses addresses that are not public. */
  readonly egress: StepFetch;
  readonly credentialTypes: CredentialTypes;
  /** The services whose code this process can run. */
  readonly plugins: InstalledPlugins;
  /** What an export copies; here, because the HTTP server's bundle lies elsewhere than the files. */
  readonly sources: Sources;
  /** Runs a module with stand-ins for its steps; here, because the sandbox is not the HTTP server's to bundle. */
  readonly playModule: PlayModule;
  /** Tries a connection; here, because the steps that do it are not the HTTP server's to bundle. */
  readonly tryConnection: (access: Access, alias: string, call?: TestCall) => Promise<ConnectionTest>;
  /** Runs an action once, outside of any run: what a form asks a service. Throws what the action throws. */
  readonly callAction: (access: Access, call: ActionCall) => Promise<unknown>;
  /** Whose rows `database` shows: of the process's server the default workspace, of a call's the caller's; empty for a caller of none. */
  readonly workspaceId: string;
  stop(): Promise<void>;
}

/** The server as one workspace sees it; of none with an empty text. */
export function serverOf(server: Server, workspaceId: string): Server {
  return server.workspaceId === workspaceId ? server : { ...server, workspaceId, database: server.databaseFor(workspaceId) };
}

// The HTTP server bundles its own copy of this module; the process has one server.
const SLOT = Symbol.for("weft.server");
const slots = globalThis as { [SLOT]?: Server | undefined };

/** The server of this process; throws `unavailable` before it has booted and after it stopped. */
export function runningServer(): Server {
  const server = slots[SLOT];
  if (server) return server;
  throw new AppError("unavailable", "Weft is starting or stopping.", { hint: "Try again in a moment." });
}

export function hasRunningServer(): boolean {
  return slots[SLOT] !== undefined;
}

export function setRunningServer(server: Server | undefined): void {
  slots[SLOT] = server;
}
