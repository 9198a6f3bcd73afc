"use client";
import { FilePlus2, FileUp, LayoutTemplate, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import type { CallOptions } from "../api/client.ts";
import { sayWhy } from "../api/say-why.ts";
import { useCanEdit, useSession } from "../shell/session-context.tsx";
import { workflowsText as text } from "../text/workflows.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { toast } from "../ui/toast.ts";
import { readWorkflowFile } from "./read-workflow-file.ts";
import { useCreateDocument } from "./use-documents.ts";

/** Ways to begin: nothing, a template, a file. */
export function NewWorkflowMenu() {
  const { workspace } = useSession();
  const canEdit = useCanEdit();
  const router = useRouter();
  const file = useRef<HTMLInputElement>(null);
  const create = useCreateDocument();
  if (!canEdit) return null;
  const begin = (body: CallOptions<"POST /api/documents">["body"]): void =>
    create.mutate(body, {
      onSuccess: ({ id }) => router.push(`/w/${workspace.id}/workflows/${id}`),
      onError: sayWhy,
    });
  const open = async (chosen: File): Promise<void> => {
    const read = readWorkflowFile(chosen.name, await chosen.text());
    if (read) begin(read);
    else toast.error(text.file.unreadable(chosen.name));
  };
  return (
    <>
      <Menu
        entries={[
          { label: text.createMenu.blank, icon: <FilePlus2 aria-hidden />, onSelect: () => begin({}) },
          {
            label: text.createMenu.template,
            icon: <LayoutTemplate aria-hidden />,
            onSelect: () => router.push(`/w/${workspace.id}/templates`),
          },
          { label: text.createMenu.file, icon: <FileUp aria-hidden />, onSelect: () => file.current?.click() },
        ]}
      >
        <Button look="solid" disabled={create.isPending}>
          <Plus aria-hidden />
          {text.create}
        </Button>
      </Menu>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,.ts,application/json,text/typescript"
        aria-label={text.createMenu.file}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = "";
          if (chosen) void open(chosen);
        }}
      />
    </>
  );
}
