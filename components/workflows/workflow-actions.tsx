"use client";
import { Archive, ArchiveRestore, Copy, Download, Ellipsis, FolderDown, FolderPen, History, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DocumentSummary } from "../../lib/api/document-schemas.ts";
import { apiResponse } from "../api/client.ts";
import { saveFile } from "../api/save-file.ts";
import { sayWhy } from "../api/say-why.ts";
import { useCanEdit, useSession } from "../shell/session-context.tsx";
import { workflowsText as text } from "../text/workflows.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { MenuEntry } from "../ui/menu.tsx";
import { Menu } from "../ui/menu.tsx";
import { toast } from "../ui/toast.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { titleOf } from "./filter-documents.ts";
import { OrganizeDialog } from "./organize-dialog.tsx";
import { useChangeDocument, useCreateDocument } from "./use-documents.ts";

/** What can be done with a workflow from the list. */
export function WorkflowActions({ document }: { readonly document: DocumentSummary }) {
  const { workspace } = useSession();
  const canEdit = useCanEdit();
  const router = useRouter();
  const [dialog, setDialog] = useState<"organize" | "delete">();
  const create = useCreateDocument();
  const change = useChangeDocument();
  const { id, archived } = document;

  const archive = (now: boolean): void =>
    change.mutate(
      { id, archived: now },
      {
        onSuccess: () =>
          toast(now ? text.done.archived : text.done.restored, {
            description: titleOf(document),
            action: { label: text.done.undo, onClick: () => change.mutate({ id, archived: !now }) },
          }),
        onError: sayWhy,
      },
    );
  const download = (format: "json" | "project"): void =>
    void apiResponse("GET /api/documents/{id}/export", { params: { id }, query: { format } }).then(saveFile).catch(sayWhy);

  const changes: MenuEntry[] = [
    {
      label: text.actions.duplicate,
      icon: <Copy aria-hidden />,
      onSelect: () => create.mutate({ from: id }, { onSuccess: (copy) => router.push(`/w/${workspace.id}/workflows/${copy.id}`) }),
    },
    { label: text.actions.organize, icon: <FolderPen aria-hidden />, onSelect: () => setDialog("organize") },
    "divider",
    archived
      ? { label: text.actions.restore, icon: <ArchiveRestore aria-hidden />, onSelect: () => archive(false) }
      : { label: text.actions.archive, icon: <Archive aria-hidden />, onSelect: () => archive(true) },
    { label: text.actions.remove, icon: <Trash2 aria-hidden />, danger: true, onSelect: () => setDialog("delete") },
  ];
  return (
    <>
      <Menu
        entries={[
          {
            label: text.actions.runs,
            icon: <History aria-hidden />,
            onSelect: () => router.push(`/w/${workspace.id}/runs?document=${id}`),
          },
          {
            label: text.actions.download,
            icon: <Download aria-hidden />,
            onSelect: () => download("json"),
          },
          { label: text.actions.project, icon: <FolderDown aria-hidden />, onSelect: () => download("project") },
          ...(canEdit ? changes : []),
        ]}
      >
        <IconButton label={text.actions.label(titleOf(document))} size="sm">
          <Ellipsis aria-hidden />
        </IconButton>
      </Menu>
      <OrganizeDialog document={document} open={dialog === "organize"} onOpenChange={() => setDialog(undefined)} />
      <DeleteDialog
        document={document}
        open={dialog === "delete"}
        onOpenChange={() => setDialog(undefined)}
        onArchive={() => archive(true)}
      />
    </>
  );
}
