"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import { useOpenDocument } from "../document-context.tsx";
import type { KindDescription } from "../nodes/known-kinds.ts";
import { knownKinds } from "../nodes/known-kinds.ts";
import type { KindItem } from "./palette-items.ts";
import { toItem } from "./palette-items.ts";

/** The key under which the server's list of actions is kept; invalid once a service was added. */
export const actionsKey = (workspace: string): readonly string[] => ["actions", workspace];

/** Every kind that can be added: Weft's own at once, those of services that the workspace describes when the server has named them. */
export function usePaletteItems(): readonly KindItem[] {
  const { workspace, canEdit } = useOpenDocument();
  const { data } = useQuery({
    queryKey: actionsKey(workspace),
    queryFn: ({ signal }) => api("GET /api/actions", { workspace, signal }),
    staleTime: 60_000,
    enabled: canEdit,
  });
  return useMemo(() => {
    const known = new Set(knownKinds.map(({ kind }) => kind));
    const described = (data?.actions ?? []).filter(({ kind }) => !known.has(kind)).map((action): KindDescription => action);
    // A workflow has its trigger already.
    return [...knownKinds, ...described].filter(({ kind }) => kind !== "trigger").map(toItem);
  }, [data]);
}
