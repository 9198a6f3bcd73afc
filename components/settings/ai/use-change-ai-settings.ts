"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AiSettingsChange } from "../../../lib/api/ai-schemas.ts";
import { api } from "../../api/client.ts";
import { aiSettingsQuery } from "../../api/workspace-lists.ts";
import { useSession } from "../../shell/session-context.tsx";

/** Changes what is given, and shows the answer wherever the settings are. */
export function useChangeAiSettings() {
  const { workspace } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AiSettingsChange) => api("PATCH /api/ai/settings", { body }),
    onSuccess: (saved) => client.setQueryData(aiSettingsQuery(workspace.id).queryKey, saved),
  });
}
