"use client";
import { useAtom, useAtomValue, useSetAtom } from "jotai";
import { ChevronLeft, CircleAlert, Play, Redo2, Rocket, Sparkles, Undo2 } from "lucide-react";
import Link from "next/link";
import { editorText as text } from "../../text/editor.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor, useEditorState } from "../editor-context.tsx";
import { LiveBadge } from "../publish/live-badge.tsx";
import { diagnosticsAtom, openAskAtom, publishDialogAtom, runRequestAtom, sidePanelAtom, viewAtom } from "../screen.ts";
import { selectNodes } from "../model/selection.ts";
import { BarMenu } from "./bar-menu.tsx";
import { SaveIndicator } from "./save-indicator.tsx";
import { TitleField } from "./title-field.tsx";

const VIEWS = [
  { value: "canvas", label: text.view.canvas },
  { value: "split", label: text.view.split },
  { value: "code", label: text.view.code },
] as const;

/** What the whole workflow is called, how it is looked at, and the two things it is for: running and publishing. */
export function EditorBar() {
  const { workspace, canEdit, canRun } = useOpenDocument();
  const [view, setView] = useAtom(viewAtom);
  const requestRun = useSetAtom(runRequestAtom);
  const openPublish = useSetAtom(publishDialogAtom);
  const openAsk = useSetAtom(openAskAtom);
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-2">
      <Tooltip label={text.back}>
        <Button asChild look="ghost" size="icon-md">
          <Link href={`/w/${workspace}`} aria-label={text.back}>
            <ChevronLeft aria-hidden />
          </Link>
        </Button>
      </Tooltip>
      <TitleField />
      <LiveBadge />
      <SaveIndicator />
      <div className="ml-auto flex items-center gap-2">
        <Problems />
        {canEdit ? <UndoRedo /> : null}
        <div data-tour="view" className="max-md:hidden">
          <Segmented label={text.view.label} value={view} onChange={setView} options={VIEWS} />
        </div>
        {canEdit ? (
          <Button look="ghost" aria-label={text.ask} onClick={() => openAsk({ kind: "change" })}>
            <Sparkles aria-hidden />
            <span className="max-lg:hidden">{text.ask}</span>
          </Button>
        ) : null}
        {canRun ? (
          <Button data-tour="run" onClick={() => requestRun((count) => count + 1)}>
            <Play aria-hidden />
            {text.run}
          </Button>
        ) : null}
        {canEdit ? (
          <Button look="solid" className="max-sm:hidden" onClick={() => openPublish(true)}>
            <Rocket aria-hidden />
            {text.publish}
          </Button>
        ) : null}
        <BarMenu />
      </div>
    </header>
  );
}

function UndoRedo() {
  const editor = useEditor();
  const undo = useEditorState((state) => state.undoLabel);
  const redo = useEditorState((state) => state.redoLabel);
  return (
    <div className="flex max-md:hidden">
      <IconButton label={text.undo(undo)} keys="Mod+Z" aria-disabled={undo === undefined} onClick={() => editor.undo()}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton label={text.redo(redo)} keys="Mod+Shift+Z" aria-disabled={redo === undefined} onClick={() => editor.redo()}>
        <Redo2 aria-hidden />
      </IconButton>
    </div>
  );
}

/** How many errors there are; leads to the list of them, which the inspector shows while nothing is selected. */
function Problems() {
  const editor = useEditor();
  const openSide = useSetAtom(sidePanelAtom);
  const count = useAtomValue(diagnosticsAtom).filter(({ severity }) => severity === "error").length;
  if (count === 0) return null;
  const show = (): void => {
    editor.select(selectNodes([]));
    openSide("inspector");
  };
  return (
    <Button look="ghost" className="text-bad!" onClick={show} aria-label={text.problems(count)}>
      <CircleAlert aria-hidden />
      <span className="max-lg:hidden">{text.problems(count)}</span>
      <span aria-hidden className="lg:hidden">
        {count}
      </span>
    </Button>
  );
}
