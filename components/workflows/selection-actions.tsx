"use client";
import { Archive, FolderDown } from "lucide-react";
import type { DocumentSummary } from "../../lib/api/document-schemas.ts";
import { apiResponse } from "../api/client.ts";
import { saveFile } from "../api/save-file.ts";
import { sayWhy } from "../api/say-why.ts";
import { useCanEdit } from "../shell/session-context.tsx";
import { workflowsText as text } from "../text/workflows.ts";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.ts";
import { useChangeDocument } from "./use-documents.ts";

type Chosen = readonly [DocumentSummary, ...DocumentSummary[]];

/** What can be done with several workflows of the list at once. */
export function SelectionActions({ chosen, onClear }: { readonly chosen: Chosen; readonly onClear: () => void }) {
  const canEdit = useCanEdit();
  const change = useChangeDocument();
  const [first, ...others] = chosen;
  const download = (): void =>
    void apiResponse("POST /api/exports", { body: { documents: [first.id, ...others.map(({ id }) => id)] } })
      .then(saveFile)
      .catch(sayWhy);
  const set = async (archived: boolean): Promise<void> => {
    await Promise.all(chosen.map(({ id }) => change.mutateAsync({ id, archived })));
  };
  const archived = !chosen.every((document) => document.archived);
  const archive = (): void =>
    void set(archived).then(() => {
      onClear();
      toast(archived ? text.done.archived : text.done.restored, {
        description: text.selection.count(chosen.length),
        action: { label: text.done.undo, onClick: () => void set(!archived).catch(sayWhy) },
      });
    }, sayWhy);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span aria-live="polite" className="text-sm text-muted">
        {text.selection.count(chosen.length)}
      </span>
      <Button onClick={download}>
        <FolderDown aria-hidden />
        {text.selection.project}
      </Button>
      {canEdit ? (
        <Button onClick={archive} disabled={change.isPending}>
          <Archive aria-hidden />
          {archived ? text.actions.archive : text.actions.restore}
        </Button>
      ) : null}
      <Button look="ghost" onClick={onClear}>
        {text.selection.clear}
      </Button>
    </div>
  );
}
