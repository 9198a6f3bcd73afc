"use client";
import { ChevronsUpDown, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { shellText } from "../text/shell.ts";
import type { MenuEntry } from "../ui/menu.tsx";
import { Menu } from "../ui/menu.tsx";
import { NewWorkspaceDialog } from "./new-workspace-dialog.tsx";
import { useSession } from "./session-context.tsx";

/** Says which workspace this is, and leads to the others. */
export function WorkspaceMenu() {
  const { workspaces, workspace } = useSession();
  const router = useRouter();
  const [creating, setCreating] = useState(false);
  const entries: MenuEntry[] = [
    ...workspaces.map(({ id, name }) => ({ label: name, checked: id === workspace.id, onSelect: () => router.push(`/w/${id}`) })),
    "divider",
    { label: shellText.workspaces.create, icon: <Plus aria-hidden />, onSelect: () => setCreating(true) },
  ];
  return (
    <>
      <Menu entries={entries} align="start">
        <button type="button" className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover">
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-md bg-accent-fill text-xs font-semibold text-on-accent"
          >
            {workspace.name.trim().charAt(0).toUpperCase()}
          </span>
          <span className="min-w-0 flex-1 truncate text-sm font-semibold">
            <span className="sr-only">{`${shellText.workspaces.label}: `}</span>
            {workspace.name}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-faint" />
        </button>
      </Menu>
      <NewWorkspaceDialog open={creating} onOpenChange={setCreating} />
    </>
  );
}
