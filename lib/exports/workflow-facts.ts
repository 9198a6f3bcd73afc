import { z } from "zod";
import { toKebabCase } from "../../codegen/emit/identifier.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { PluginAction, PluginCatalog } from "../../plugins/kit/catalog.ts";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import type { RuntimeStep } from "../engine/contract.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import { parseTriggerConfig } from "../triggers/trigger-config.ts";
import type { Files } from "./step-sources.ts";

/** A compiled workflow, as an export takes it. */
export interface ProjectWorkflow {
  readonly graph: Graph;
  /** The module, exactly as the code view shows it. */
  readonly source: string;
  readonly steps: readonly RuntimeStep[];
  /** The variables that its code reads. */
  readonly variables: readonly string[];
  /** Its tests, where there are runs to make them of; by file name. */
  readonly tests?: Files;
}

/** The file that a workflow's module is in, without its ending; also the last part of its address. */
export function fileOf(workflow: ProjectWorkflow): string {
  return toKebabCase(workflow.graph.name);
}

export function triggerOf({ graph }: ProjectWorkflow): TriggerConfig {
  return parseTriggerConfig({ on: "manual", ...graph.nodes.find(({ kind }) => kind === "trigger")?.config });
}

/** What people call it. */
export function titleOf({ graph }: ProjectWorkflow): string {
  return graph.title || graph.name;
}

/** A credential that a workflow's steps ask the environment for. */
export interface NeededCredential {
  readonly type: CredentialType;
  /** How people call the service. */
  readonly label: string;
  /** Undefined for the service's own. */
  readonly alias: string | undefined;
}

/** The credentials that some workflows need, each once, in the order of the services' names. */
export function neededCredentials(workflows: readonly ProjectWorkflow[], catalog: PluginCatalog): NeededCredential[] {
  const needed = new Map<string, NeededCredential>();
  for (const { steps, graph } of workflows) {
    for (const { node, action: kind, connection: alias } of steps) {
      const action = kind === undefined ? undefined : catalog.actions.get(kind);
      const type = action?.plugin.credential;
      if (!action || !type || !asksForCredential(action, graph.nodes.find(({ id }) => id === node)?.config)) continue;
      needed.set(`${type.service} ${alias ?? ""}`, { type, label: action.plugin.label, alias });
    }
  }
  return [...needed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, credential]) => credential);
}

/** An action with a field `auth` asks for a credential only where the node says how it is sent. */
function asksForCredential({ input }: PluginAction, config: Graph["nodes"][number]["config"]): boolean {
  const choosesAuth = input instanceof z.ZodObject && "auth" in input.shape;
  return !choosesAuth || (config?.["auth"] ?? "none") !== "none";
}
