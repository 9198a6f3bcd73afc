import type { Graph } from "../../codegen/schema/graph.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { workspaceCatalog } from "../services/workspace-services.ts";
import { inputOf, manualInput } from "../triggers/manual-input.ts";
import { readTriggerConfig } from "../triggers/trigger-config.ts";
import { publishWorkflow } from "../workflows/publish-workflow.ts";
import { collectSamples } from "./collect-samples.ts";
import { findDocument, findDraft } from "./find-document.ts";
import { isolateNode } from "./isolate-node.ts";
import { parseDocument } from "./parse-document.ts";
import { selectPins } from "./store.ts";

export interface TestRun {
  /** The document as it is in the editor; the saved draft when left out. */
  readonly graph?: unknown;
  readonly input?: unknown;
  /** The node to run alone. */
  readonly node?: string;
  /** Name → value, for what that node reads. */
  readonly values?: Readonly<Record<string, unknown>>;
}

type Host = Pick<Server, "database" | "engine" | "compiler" | "plugins" | "playModule" | "sdkVersion">;
type Values = Readonly<Record<string, unknown>>;

/**
 * Runs a draft as it is, or one node of it, as an unlisted version of its workflow: nothing that is live changes, and pinned nodes give what
 * is pinned. Throws `invalid_graph` for a draft with errors, `invalid_input` for an input that does not fit or a value that is missing.
 */
export async function testDocument(
  server: Host,
  access: Access,
  id: string,
  test: TestRun,
  url: (path: string) => string,
): Promise<{ run: { id: string; url: string; status: "pending" } }> {
  await findDocument(server, access, id);
  const graph = test.graph === undefined ? await findDraft(server, access, id) : parseDocument(test.graph);
  const pinned = await selectPins(server.database, access.workspaceId, id);
  const { versionId, input, pins } =
    test.node === undefined
      ? await prepareWhole(server, access, id, graph, test.input, pinned)
      : await prepareNode(server, access, id, graph, { ...test, node: test.node }, pinned);
  const { runId } = await server.engine.start({ workspaceId: access.workspaceId, versionId, input, trigger: "test", pins });
  return { run: { id: runId, url: url(`/api/runs/${runId}`), status: "pending" } };
}

interface Prepared {
  readonly versionId: string;
  readonly input: unknown;
  readonly pins: Values;
}

async function prepareWhole(server: Host, access: Access, id: string, graph: Graph, payload: unknown, pinned: Values): Promise<Prepared> {
  const { versionId, trigger } = await publishWorkflow(server, access, graph, { listed: false, of: { id } });
  const first = graph.nodes.find((node) => node.kind === "trigger")?.id ?? "";
  const { [first]: pinnedInput, ...others } = pinned;
  const nodes = new Set(graph.nodes.map((node) => node.id));
  return {
    versionId,
    input: manualInput(versionId, trigger, payload === undefined ? pinnedInput : payload),
    pins: Object.fromEntries(Object.entries(others).filter(([node]) => nodes.has(node))),
  };
}

async function prepareNode(
  server: Host,
  access: Access,
  id: string,
  graph: Graph,
  { node, input, values = {} }: TestRun & { node: string },
  pinned: Values,
): Promise<Prepared> {
  const catalog = await workspaceCatalog(server.database, access.workspaceId, server.plugins);
  const { values: samples } = await collectSamples(server, access.workspaceId, id, graph);
  const known = { ...samples, ...pinned, ...inputValue(graph, input), ...values };
  const isolated = isolateNode(graph, node, catalog, new Set(Object.keys(known)));
  const missing = isolated.reads.filter((name) => !Object.hasOwn(known, name));
  if (missing.length > 0) throw missingValues(graph, node, missing);
  const { versionId } = await publishWorkflow(server, access, isolated.graph, { listed: false, of: { id }, looseData: "warn" });
  const { trigger } = isolated;
  const pins = { ...pinned, ...Object.fromEntries(isolated.reads.map((name) => [name, known[name]])) };
  const inside = new Set(isolated.graph.nodes.map((part) => part.id));
  return {
    versionId,
    input: trigger === undefined ? {} : known[trigger],
    pins: Object.fromEntries(Object.entries(pins).filter(([name]) => inside.has(name) && name !== node && name !== trigger)),
  };
}

/** A payload as the workflow's own trigger would hand it on. */
function inputValue(graph: Graph, payload: unknown): Values {
  const trigger = graph.nodes.find((node) => node.kind === "trigger");
  const config = readTriggerConfig(trigger?.config);
  return payload === undefined || !trigger || !config ? {} : { [trigger.id]: inputOf(config, payload) };
}

function missingValues(graph: Graph, node: string, missing: readonly string[]): AppError {
  const names = missing.map((name) => {
    const label = graph.nodes.find((candidate) => candidate.id === name)?.label;
    return label === undefined || label === "" ? name : `“${label}” (${name})`;
  });
  return new AppError("invalid_input", `${node} reads ${names.join(" and ")}, of which no value is known yet.`, {
    hint: "Run the workflow or that node first, pin its output, or give a value.",
    details: { missing },
  });
}
