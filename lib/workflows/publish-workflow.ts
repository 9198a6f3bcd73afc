import { createHash } from "node:crypto";
import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { nextTime } from "../engine/schedules.ts";
import type { Access } from "../keys/access.ts";
import { addServices } from "../plugins/load-catalog.ts";
import type { ServiceDefinition } from "../services/service-definition.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { requireTestsPass } from "../run-tests/require-tests-pass.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import { findCompileContext } from "./compile-context.ts";
import { canonicalJson, outlineOf, storableText } from "./outline.ts";
import { saveRefused } from "./save-refused.ts";
import { findWorkflowIds, saveVersion } from "./store.ts";
import { triggerOf } from "./trigger-of.ts";

export interface PublishOptions {
  /** False for the version of a test run: not in lists, not live, no trigger. Default true. */
  readonly listed?: boolean;
  /** Described services that only this document may use, beside those of the workspace. */
  readonly services?: readonly ServiceDefinition[];
  /** The workflow it is a version of, whatever it is called; without it, the one of the document's name. A listed version also says which revision it is. */
  readonly of?: { readonly id: string; readonly revision?: number };
  /** In place of the workspace's setting. */
  readonly looseData?: "warn" | "error";
  readonly note?: string;
  /** Publishes although tests of the workflow fail. */
  readonly force?: boolean;
}

export interface PublishedVersion {
  /** Its name. */
  readonly workflow: string;
  readonly workflowId: string;
  readonly workspaceId: string;
  /** Its number. */
  readonly version: number;
  readonly versionId: string;
  readonly sha256: string;
  readonly trigger: TriggerConfig;
  /** False when this very graph was published before. */
  readonly created: boolean;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Compiles, type-checks, bundles and stores a graph as a version, and makes it live. The same graph gives the same version.
 * A draft that somebody changed since the last publish stays as it is when the graph comes from elsewhere.
 * Throws `invalid_graph` with every diagnostic in `details.diagnostics`, `conflict` when the workflow is archived or was changed meanwhile, or when one of its tests fails.
 */
export async function publishWorkflow(
  server: Pick<Server, "database" | "engine" | "compiler" | "plugins" | "playModule" | "sdkVersion">,
  access: Access,
  document: unknown,
  options: PublishOptions = {},
): Promise<PublishedVersion> {
  const found = await findCompileContext(server, access.workspaceId);
  const { services = [], looseData = found.looseData } = options;
  const context = { ...found, looseData, catalog: addServices(found.catalog, services) };
  const { graph, version, warnings, catalogHash } = server.compiler.compile(document, context);
  if (options.listed !== false && !options.force) {
    const id = options.of?.id ?? (await findWorkflowIds(server.database, access.workspaceId, [graph.name])).get(graph.name);
    if (id !== undefined) await requireTestsPass(server, { workspaceId: access.workspaceId, id }, { ...version, graph }, context.catalog);
  }
  const { bundle, sha256: bundleHash } = await server.engine.bundle(version);
  const config = triggerOf(graph);
  const sha256 = versionHash(bundleHash, graph);
  const outline = outlineOf(graph);
  const saved = await saveVersion(
    server.database,
    {
      ...(options.of ? { existing: options.of } : {}),
      workspaceId: access.workspaceId,
      name: graph.name,
      title: storableText(graph.title),
      description: storableText(graph.description),
      outline,
      userId: access.userId,
    },
    {
      ...version,
      id: newId("ver"),
      listed: options.listed ?? true,
      graph,
      graphHash: outline.hash,
      bundle,
      sha256,
      sdkVersion: server.sdkVersion,
      catalogHash,
      note: storableText(options.note),
      createdBy: access.userId,
    },
    { config, nextFireAt: nextTime(config, new Date()) },
  );
  if (typeof saved === "string") throw saveRefused(saved, graph.name);
  const { workflowId, versionId, versionNumber, created } = saved;
  if (created && options.listed !== false) {
    await recordAudit(server, access, { action: "version.published", target: graph.name, details: { version: versionNumber } });
  }
  const { workspaceId } = access;
  return { workflow: graph.name, workflowId, workspaceId, version: versionNumber, versionId, sha256, trigger: config, created, warnings };
}

/** Names the bundle together with the document it came from: a change of layout or of the trigger alone is a version too. */
function versionHash(bundleHash: string, graph: Graph): string {
  return createHash("sha256").update(bundleHash).update("\n").update(canonicalJson(graph)).digest("hex");
}
