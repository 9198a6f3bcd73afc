import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** How long a list is taken for true without asking again, in milliseconds. What a page changes itself it asks for at once. */
const FRESH_MS = 30_000;

/** A workspace's workflows, those in the archive or all others. */
export function documentsQuery(workspace: string, archived = false) {
  return queryOptions({
    queryKey: ["documents", workspace, archived],
    queryFn: async ({ signal }) =>
      (await api("GET /api/documents", { query: { archived: archived ? "true" : "false" }, workspace, signal })).documents,
    staleTime: FRESH_MS,
  });
}

/** A workspace's connections; for who may edit. */
export function connectionsQuery(workspace: string) {
  return queryOptions({
    queryKey: ["connections", workspace],
    queryFn: async ({ signal }) => (await api("GET /api/connections", { workspace, signal })).connections,
    staleTime: FRESH_MS,
  });
}

/** A workspace's variables; for who may edit. */
export function variablesQuery(workspace: string) {
  return queryOptions({
    queryKey: ["variables", workspace],
    queryFn: async ({ signal }) => (await api("GET /api/variables", { workspace, signal })).variables,
    staleTime: FRESH_MS,
  });
}

/** Whether and which model can be asked, within which limits, and what was used; for every member. */
export function aiSettingsQuery(workspace: string) {
  return queryOptions({
    queryKey: ["ai-settings", workspace],
    queryFn: ({ signal }) => api("GET /api/ai/settings", { workspace, signal }),
    staleTime: FRESH_MS,
  });
}
