import type { Catalog } from "../../codegen/catalog.ts";
import { nearestName } from "../../codegen/check/nearest-name.ts";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import type { Json } from "../../codegen/schema/json.ts";
import { configOf } from "../../codegen/schema/node-facts.ts";
import { outputSchemaOf, takesOutput } from "../../codegen/schema/output-schema.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { inferSchema } from "../../codegen/types/infer-schema.ts";
import { printSchemaType } from "../../codegen/types/print-type.ts";
import { invariant } from "../../codegen/invariant.ts";
import type { InferredType } from "../api/type-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findFullRunRow, selectRuns, selectSteps } from "../runs/store.ts";
import { workspaceCatalog } from "../services/workspace-services.ts";
import { findWorkflow } from "../workflows/find-workflow.ts";
import { findVersionText } from "../workflows/store.ts";

/** How many finished runs are read, newest first. */
const MOST_RUNS = 50;

type Host = Pick<Server, "database" | "engine" | "plugins">;

/**
 * What a node of a published workflow gives (a trigger: is given), as the schema for its `output` (its `input`): from given samples, or
 * else from the newest finished runs. Throws `not_found` for an unknown workflow or node, `invalid_input` where there is nothing to infer.
 */
export async function inferOutput(
  server: Host,
  access: Access,
  name: string,
  { node: id, samples: given }: { readonly node: string; readonly samples?: readonly unknown[] | undefined },
): Promise<InferredType> {
  const workflow = await findWorkflow(server, access, name);
  const text = await findVersionText(server.database, workflow.versionId);
  const parsed = parseGraph(text?.graph);
  invariant("graph" in parsed, `the live version of ${name} is a graph`);
  const node = findNode(parsed.graph, id);
  const catalog = await workspaceCatalog(server.database, access.workspaceId, server.plugins);
  const path = pathOfData(node, catalog);
  const samples = given ?? (await readSamples(server, access.workspaceId, workflow.id, node, path));
  if (samples.length === 0) {
    throw new AppError("invalid_input", `No finished run of ${name} has an output of ${id}.`, {
      hint: "Run the workflow once, or give samples.",
    });
  }
  const schema = inferSchema(samples);
  const place = node.kind === "trigger" ? "config.input" : "output";
  return { workflow: name, node: id, samples: samples.length, place, schema, type: printSchemaType(schema) };
}

function findNode(graph: Graph, id: string): GraphNode {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (node) return node;
  const nearest = nearestName(
    id,
    graph.nodes.map((candidate) => candidate.id),
  );
  throw new AppError("not_found", `${graph.name} has no node ${id}.`, {
    hint: nearest === undefined ? "GET /api/workflows/{name} has its graph." : `Did you mean ${nearest}?`,
  });
}

type DataPath = readonly (string | "*")[];

/** Where in the node's output the part is that only the user can describe; `*` is every item. */
function pathOfData(node: GraphNode, catalog: Catalog): DataPath {
  // An http trigger's schema describes the body when it names nothing else of the request.
  if (node.kind === "trigger") return configOf(node)["on"] === "http" ? ["body"] : [];
  if (!takesOutput(node.kind, catalog)) {
    throw new AppError("invalid_input", `What ${node.id} gives needs no type: ${node.kind} says it itself.`, {
      hint: "Infer the type of a trigger, of a code step, or of an action whose answer nobody described, such as http.request.",
    });
  }
  const action = catalog.actions.get(node.kind);
  return action ? (findParameter(outputSchemaOf(action)) ?? []) : [];
}

function findParameter(schema: Json | undefined): DataPath | undefined {
  if (schema === null || typeof schema !== "object" || Array.isArray(schema)) return undefined;
  if (schema["typeParameter"] !== undefined) return [];
  const inside: (readonly [string, Json | undefined])[] = [
    ["*", schema["items"]],
    ["*", schema["additionalProperties"]],
  ];
  const { properties } = schema;
  if (properties !== null && typeof properties === "object" && !Array.isArray(properties)) inside.push(...Object.entries(properties));
  for (const [step, part] of inside) {
    const found = findParameter(part);
    if (found) return [step, ...found];
  }
  return undefined;
}

async function readSamples(server: Host, workspaceId: string, workflowId: string, node: GraphNode, path: DataPath): Promise<unknown[]> {
  if (node.kind === "control.waitForEvent") {
    throw new AppError("invalid_input", `What reaches ${node.id} is not kept with its runs.`, {
      hint: "Give samples of the event's body.",
    });
  }
  const runs = await selectRuns(server.database, { workspaceId, workflowIds: [workflowId], status: "completed", limit: MOST_RUNS });
  const samples: unknown[] = [];
  for (const { id } of runs) {
    if (node.kind === "trigger") {
      samples.push(...pick((await findFullRunRow(server.database, workspaceId, id))?.input, path));
      continue;
    }
    const steps = (await selectSteps(server.database, id)).filter((step) => step.node === node.id && step.status === "completed");
    if (steps.length === 0) continue;
    const values = await server.engine.readSteps(id);
    for (const { stepId } of steps) {
      const output = values.get(stepId)?.output;
      if (!isPending(output)) samples.push(...pick(output, path));
    }
  }
  return samples;
}

function pick(value: unknown, path: DataPath): unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined ? [] : [value];
  if (value === null || typeof value !== "object") return [];
  if (step === "*") return Object.values(value).flatMap((item) => pick(item, rest));
  return Object.hasOwn(value, step) ? pick((value as Record<string, unknown>)[step], rest) : []; // Its own property, as just seen.
}

/** What a polling step gives while its job runs. */
function isPending(output: unknown): boolean {
  return output !== null && typeof output === "object" && "$pending" in output;
}
