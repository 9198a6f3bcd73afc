"use client";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DocumentVersion, DocumentVersionDetails } from "../../../lib/api/document-schemas.ts";
import { api } from "../../api/client.ts";
import { useOpenDocument } from "../document-context.tsx";
import { documentKey } from "../document-key.ts";

/** The published versions of the open workflow, newest first; those that test runs made are left out. */
export function useVersions(): UseQueryResult<readonly DocumentVersion[]> {
  const { details, workspace } = useOpenDocument();
  return useQuery({
    queryKey: ["versions", workspace, details.id, "listed"],
    queryFn: async ({ signal }) => {
      const { versions } = await api("GET /api/documents/{id}/versions", { params: { id: details.id }, workspace, signal });
      return versions.filter((version) => version.listed);
    },
    staleTime: 10_000,
  });
}

/** One version with its graph and code; a version never changes. Undefined asks for none. */
export function useVersion(number: number | undefined): UseQueryResult<DocumentVersionDetails> {
  const { details, workspace } = useOpenDocument();
  return useQuery({
    queryKey: ["version", workspace, details.id, number],
    queryFn: ({ signal }) =>
      api("GET /api/documents/{id}/versions/{number}", { params: { id: details.id, number: number ?? 1 }, workspace, signal }),
    enabled: number !== undefined,
    staleTime: Infinity,
  });
}

/** Reads anew what is live and what there is, after it was changed. */
export function useRefreshLive(): () => Promise<void> {
  const { details, workspace } = useOpenDocument();
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: documentKey(details.id) }),
      client.invalidateQueries({ queryKey: ["versions", workspace, details.id] }),
      client.invalidateQueries({ queryKey: ["documents"] }),
    ]);
  };
}

/** Makes a version live again. */
export function useRollBack(): UseMutationResult<DocumentVersion, Error, number> {
  const { details, workspace } = useOpenDocument();
  const refresh = useRefreshLive();
  return useMutation({
    mutationFn: (number: number) =>
      api("POST /api/documents/{id}/versions/{number}/live", { params: { id: details.id, number }, body: {}, workspace }),
    onSuccess: refresh,
  });
}
