"use client";
import { useQuery } from "@tanstack/react-query";
import { useSetAtom } from "jotai";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { paletteText } from "../../text/palette.ts";
import { shortcutText } from "../../text/shortcuts.ts";
import { setTheme } from "../../ui/theme.ts";
import { useActions } from "../canvas/use-actions.ts";
import { documentsQuery } from "../../api/workspace-lists.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { openAskAtom, publishDialogAtom, runPanelAtom, shareDialogAtom, sidePanelAtom, tourAtom, viewAtom } from "../screen.ts";
import type { ShortcutId } from "../shortcuts/shortcuts.ts";
import { shortcuts } from "../shortcuts/shortcuts.ts";
import type { PaletteCommand } from "./commands.ts";
import { useAddedCommands } from "./commands.ts";

/** Shortcuts that make sense without something under the pointer. */
const LISTED = new Set<ShortcutId>([
  "run",
  "ask",
  "undo",
  "redo",
  "layout",
  "find",
  "nextProblem",
  "fit",
  "zoomReset",
  "note",
  "selectAll",
  "duplicate",
  "disable",
  "group",
  "ungroup",
  "sheet",
]);

/** Everything that ⌘K does beside adding steps: the editor's own commands, places to go, and what other parts add. */
export function useCommands(): readonly PaletteCommand[] {
  const { canEdit, canRun, workspace, details } = useOpenDocument();
  const router = useRouter();
  const actions = useActions();
  const setView = useSetAtom(viewAtom);
  const setSide = useSetAtom(sidePanelAtom);
  const showRuns = useSetAtom(runPanelAtom);
  const publish = useSetAtom(publishDialogAtom);
  const share = useSetAtom(shareDialogAtom);
  const tour = useSetAtom(tourAtom);
  const ask = useSetAtom(openAskAtom);
  const editor = useEditor();
  const added = useAddedCommands();
  const { data } = useQuery({ ...documentsQuery(workspace), enabled: workspace !== "" });
  const own = useMemo((): readonly PaletteCommand[] => {
    const { commands: text, groups } = paletteText;
    const make = (id: string, label: string, run: () => void, more: Partial<PaletteCommand> = {}): PaletteCommand => ({
      id,
      label,
      run,
      group: text.group,
      keywords: "",
      description: "",
      ...more,
    });
    const go = (id: string, label: string, path: string): PaletteCommand =>
      make(id, label, () => router.push(path), { group: groups.go, keywords: "go open" });
    const node = editor.state.selection.last;
    return [
      ...shortcuts
        .filter(({ id, changes }) => LISTED.has(id) && (canEdit || !changes) && (canRun || id !== "run"))
        .map(({ id, keys: [keys] }) =>
          make(
            id,
            shortcutText.labels[id],
            () => id !== "copy" && id !== "cut" && id !== "paste" && actions[id](),
            keys === undefined ? {} : { keys },
          ),
        ),
      ...(canEdit
        ? [
            make("publish", text.publish, () => publish(true), { keywords: "deploy live version" }),
            make("explain", text.explainWorkflow, () => ask({ kind: "explain" }), { keywords: "what does ai model" }),
            ...(node === undefined
              ? []
              : [make("explain node", text.explainNode, () => ask({ kind: "explain", node }), { keywords: "what does ai model step" })]),
            make("share", text.share, () => share(true), { keywords: "link" }),
          ]
        : []),
      make("runs", text.runs, () => showRuns(true), { keywords: "history" }),
      make("trigger", text.trigger, () => setSide("trigger"), { keywords: "url curl webhook" }),
      make("versions", text.versions, () => setSide("versions"), { keywords: "history rollback" }),
      make("view canvas", text.viewCanvas, () => setView("canvas")),
      make("view split", text.viewSplit, () => setView("split"), { keywords: "both" }),
      make("view code", text.viewCode, () => setView("code"), { keywords: "typescript" }),
      make("light", text.light, () => setTheme("light"), { keywords: "switch appearance" }),
      make("dark", text.dark, () => setTheme("dark"), { keywords: "switch appearance" }),
      make("system", text.system, () => setTheme("system"), { keywords: "switch appearance" }),
      make("tour", text.tour, () => tour(true), { keywords: "help" }),
      go("workflows", text.workflows, `/w/${workspace}`),
      go("all runs", text.allRuns, `/w/${workspace}/runs`),
      go("templates", text.templates, `/w/${workspace}/templates`),
      go("settings", text.settings, `/w/${workspace}/settings/profile`),
      ...(data ?? [])
        .filter(({ id }) => id !== details.id)
        .map(({ id, title, name }) => go(`workflow ${id}`, title === "" ? name : title, `/w/${workspace}/workflows/${id}`)),
    ];
  }, [actions, ask, canEdit, canRun, data, details.id, editor, publish, router, setSide, setView, share, showRuns, tour, workspace]);
  return useMemo(() => [...own, ...added], [own, added]);
}
