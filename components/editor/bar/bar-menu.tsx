"use client";
import { useSetAtom } from "jotai";
import { BookOpen, Command, Ellipsis, FileCode, FileJson, FolderDown, GitBranch, Keyboard, Link2, PanelBottom, Zap } from "lucide-react";
import { apiResponse } from "../../api/client.ts";
import { saveFile } from "../../api/save-file.ts";
import { sayWhy } from "../../api/say-why.ts";
import { editorText as text } from "../../text/editor.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import type { MenuEntry } from "../../ui/menu.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { paletteAtom, runPanelAtom, shareDialogAtom, shortcutsAtom, sidePanelAtom, tourAtom } from "../screen.ts";

/** What is wanted less often. */
export function BarMenu() {
  const { details, canEdit } = useOpenDocument();
  const openPalette = useSetAtom(paletteAtom);
  const openSide = useSetAtom(sidePanelAtom);
  const toggleRuns = useSetAtom(runPanelAtom);
  const openShare = useSetAtom(shareDialogAtom);
  const openShortcuts = useSetAtom(shortcutsAtom);
  const openTour = useSetAtom(tourAtom);
  const download = (format: "json" | "module" | "project"): void =>
    void apiResponse("GET /api/documents/{id}/export", { params: { id: details.id }, query: { format } })
      .then(saveFile)
      .catch(sayWhy);
  const entries: MenuEntry[] = [
    { label: text.menu.palette, icon: <Command aria-hidden />, keys: "Mod+K", onSelect: () => openPalette({}) },
    { label: text.menu.runs, icon: <PanelBottom aria-hidden />, onSelect: () => toggleRuns(true) },
    { label: text.menu.trigger, icon: <Zap aria-hidden />, onSelect: () => openSide("trigger") },
    { label: text.menu.versions, icon: <GitBranch aria-hidden />, onSelect: () => openSide("versions") },
    "divider",
    ...(canEdit ? [{ label: text.menu.share, icon: <Link2 aria-hidden />, onSelect: () => openShare(true) }] : []),
    { label: text.menu.json, icon: <FileJson aria-hidden />, onSelect: () => download("json") },
    { label: text.menu.module, icon: <FileCode aria-hidden />, onSelect: () => download("module") },
    { label: text.menu.project, icon: <FolderDown aria-hidden />, onSelect: () => download("project") },
    "divider",
    { label: text.menu.shortcuts, icon: <Keyboard aria-hidden />, keys: "?", onSelect: () => openShortcuts(true) },
    { label: text.menu.tour, icon: <BookOpen aria-hidden />, onSelect: () => openTour(true) },
  ];
  return (
    <Menu entries={entries}>
      <IconButton label={text.more}>
        <Ellipsis aria-hidden />
      </IconButton>
    </Menu>
  );
}
