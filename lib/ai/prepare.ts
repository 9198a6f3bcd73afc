import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { selectConnections } from "../connections/store.ts";
import { parseDocument } from "../documents/parse-document.ts";
import type { Access } from "../keys/access.ts";
import type { CompileContext, Server } from "../running-server.ts";
import { SCRUBBED } from "../shares/scrub-text.ts";
import { workspaceRedactor } from "../shares/workspace-redactor.ts";
import { findCompileContext } from "../workflows/compile-context.ts";
import type { AiHost } from "./ask-model.ts";
import { requireBudget } from "./budget.ts";
import { checkProposal } from "./check-proposal.ts";
import type { ChosenModel } from "./find-model.ts";
import { requireModel } from "./find-model.ts";
import type { Redact } from "./prompt.ts";
import { Fence } from "./prompt.ts";

/** The part of the server that questions about documents take. */
export type DocumentAiHost = AiHost & Pick<Server, "compiler" | "plugins" | "credentialTypes">;

/** What every question about a document begins with. */
export interface Prepared {
  readonly chosen: ChosenModel;
  readonly graph: Graph;
  readonly context: Required<CompileContext>;
  readonly connections: readonly { readonly alias: string; readonly service: string }[];
  readonly fence: Fence;
  /** What the compiler says of a document. */
  readonly check: (graph: Graph) => readonly Diagnostic[];
}

const EMPTY: Graph = {
  weft: 1,
  name: "newWorkflow",
  nodes: [{ id: "input", kind: "trigger", config: { on: "manual" }, position: { x: 0, y: 0 } }],
  edges: [],
};

/** Throws `not_configured`, `budget_exhausted`, or `invalid_graph` for a document that cannot be read. Without a document, an empty one. */
export async function prepare(server: DocumentAiHost, access: Access, document: unknown): Promise<Prepared> {
  const chosen = await requireModel(server, access);
  await requireBudget(server, access, chosen);
  const graph = document === undefined ? EMPTY : parseDocument(document);
  const [context, rows, redact] = await Promise.all([
    findCompileContext(server, access.workspaceId),
    selectConnections(server.database, access.workspaceId),
    workspaceRedactor(server, access.workspaceId),
  ]);
  const connections = rows.map(({ alias, service }) => ({ alias, service }));
  const check = (other: Graph): readonly Diagnostic[] => checkProposal(server, other, context).diagnostics;
  return { chosen, graph, context, connections, fence: new Fence(withKey(redact, chosen)), check };
}

/** The model's own key is no business of the model either. */
function withKey(redact: Redact, { connection: { apiKey } }: ChosenModel): Redact {
  return (text) => redact(apiKey === undefined || apiKey.length < 8 ? text : text.replaceAll(apiKey, SCRUBBED));
}

/** What a graph may name, in lines: connections, variables and other workflows, never what is in them. */
export function describeNames({ connections, context }: Pick<Prepared, "connections" | "context">): string {
  const { variables, workflows } = context;
  const lines = [
    `Connections: ${connections.map(({ alias, service }) => `${alias} (${service})`).join(", ") || "none"}`,
    `Variables: ${[...variables].map(([name, kind]) => `${name}${kind === "secret" ? " (secret)" : ""}`).join(", ") || "none"}`,
    `Other workflows: ${[...workflows].slice(0, 100).join(", ") || "none"}`,
  ];
  return lines.join("\n");
}
