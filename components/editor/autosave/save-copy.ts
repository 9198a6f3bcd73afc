import type { Graph } from "../../../codegen/schema/graph.ts";
import { api } from "../../api/client.ts";

/** Makes another workflow of a graph, which the server gives a free name; its id. Rejects with `ApiError`. */
export async function saveCopy(graph: Graph, workspace: string): Promise<string> {
  const { id } = await api("POST /api/documents", { body: { graph: { ...graph } }, workspace });
  return id;
}
