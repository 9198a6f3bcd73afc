"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CallOptions } from "../api/client.ts";
import { api } from "../api/client.ts";
import { documentsQuery } from "../api/workspace-lists.ts";
import { useSession } from "../shell/session-context.tsx";

/** The workspace's workflows; looks again every ten seconds, since runs change their last state. */
export function useDocuments(archived: boolean) {
  const { workspace } = useSession();
  return useQuery({ ...documentsQuery(workspace.id, archived), refetchInterval: 10_000 });
}

/** Makes a workflow; the list learns of it. */
export function useCreateDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CallOptions<"POST /api/documents">["body"]) => api("POST /api/documents", { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["documents"] }),
  });
}

type Changes = CallOptions<"PATCH /api/documents/{id}">["body"];

/** Moves, tags, archives or switches a workflow. */
export function useChangeDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Changes & { readonly id: string }) => api("PATCH /api/documents/{id}", { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["documents"] }),
  });
}

/** Deletes a workflow whose name was typed. */
export function useRemoveDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { readonly id: string; readonly name: string }) =>
      api("DELETE /api/documents/{id}", { params: { id }, query: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["documents"] }),
  });
}
