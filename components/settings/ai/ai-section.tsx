"use client";
import { useQuery } from "@tanstack/react-query";
import { aiSettingsQuery } from "../../api/workspace-lists.ts";
import { useSession } from "../../shell/session-context.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { LimitsPart } from "./limits-part.tsx";
import { ModelPart } from "./model-part.tsx";
import { UsePart } from "./use-part.tsx";

/** Which model is asked, within which limits, and what it has cost. Owners change it, everybody reads it. */
export function AiSection() {
  const { workspace } = useSession();
  const settings = useQuery(aiSettingsQuery(workspace.id));
  if (settings.error) return <Problem error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Spinner />;
  return (
    <>
      <ModelPart settings={settings.data} />
      <LimitsPart settings={settings.data} />
      <UsePart />
    </>
  );
}
