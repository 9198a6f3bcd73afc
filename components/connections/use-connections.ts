"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ConnectionChanges, NewConnection } from "../../lib/connections/connection-input.ts";
import { connectionsQuery } from "../api/workspace-lists.ts";
import { api } from "../api/client.ts";

/** The workspace's connections, all of them. */
export function useConnections(workspace: string, enabled = true) {
  return useQuery({ ...connectionsQuery(workspace), enabled });
}

/** What each service asks for. */
export function useConnectionTypes(workspace: string, enabled = true) {
  return useQuery({
    queryKey: ["connection-types", workspace],
    queryFn: async ({ signal }) => (await api("GET /api/connection-types", { workspace, signal })).types,
    enabled,
    staleTime: 5 * 60_000,
  });
}

/** Stores a new connection, or changes the one of `alias`. */
export function useSaveConnection(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (save: { readonly alias: string; readonly changes: ConnectionChanges } | { readonly made: NewConnection }) =>
      "made" in save
        ? api("POST /api/connections", { workspace, body: save.made })
        : api("PATCH /api/connections/{alias}", { workspace, params: { alias: save.alias }, body: save.changes }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["connections", workspace] }),
  });
}

/** Tries a connection with a call that changes nothing. */
export function useTestConnection(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (alias: string) => api("POST /api/connections/{alias}/test", { workspace, params: { alias }, body: undefined }),
    onSettled: () => client.invalidateQueries({ queryKey: ["connections", workspace] }),
  });
}
