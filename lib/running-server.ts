import type { Diagnostic } from "../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../codegen/schema/graph.ts";
import type { Database } from "./db/index.ts";
import type { CompiledVersion, Engine } from "./engine/contract.ts";
import { AppError } from "./errors.ts";
import type { RateLimit } from "./triggers/rate-limit.ts";

/** Compiles and type-checks a graph; throws `invalid_graph` with the diagnostics in `details.diagnostics`. */
export interface Compiler {
  compile(document: unknown, options?: { workflows?: ReadonlySet<string> }): CompiledGraph;
}

/** A graph that may be published: the parsed document and what it became. */
interface CompiledGraph {
  readonly graph: Graph;
  readonly version: CompiledVersion;
  readonly warnings: readonly Diagnostic[];
  /** Names the set of actions it was compiled against. */
  readonly catalogHash: string;
}

/** Everything a command needs of the process it runs in; made once by `bootServer`. */
export interface Server {
  readonly database: Database;
  readonly engine: Engine;
  readonly compiler: Compiler;
  /** The Workflow SDK's, kept with each version. */
  readonly sdkVersion: string;
  readonly rateLimit: RateLimit;
  /** The default workspace, until people sign in. */
  readonly workspaceId: string;
  stop(): Promise<void>;
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
