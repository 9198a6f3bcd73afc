"use client";
import { useAtom, useAtomValue } from "jotai";
import dynamic from "next/dynamic";
import { useSaving } from "./autosave/autosave-context.tsx";
import { paletteAtom, publishDialogAtom, shareDialogAtom, shortcutsAtom, tourAtom } from "./screen.ts";

const Palette = dynamic(async () => (await import("./palette/palette.tsx")).Palette, { ssr: false });
const ConflictDialog = dynamic(async () => (await import("./autosave/conflict-dialog.tsx")).ConflictDialog, { ssr: false });
const PublishDialog = dynamic(async () => (await import("./publish/publish-dialog.tsx")).PublishDialog, { ssr: false });
const ShareDialog = dynamic(async () => (await import("./share-dialog.tsx")).ShareDialog, { ssr: false });
const ShortcutSheet = dynamic(async () => (await import("./shortcuts/shortcut-sheet.tsx")).ShortcutSheet, { ssr: false });
const Tour = dynamic(async () => (await import("./tour/tour.tsx")).Tour, { ssr: false });

/** What opens over the editor; loaded when it is first asked for. */
export function EditorDialogs() {
  const palette = useAtomValue(paletteAtom);
  const [publishes, setPublishes] = useAtom(publishDialogAtom);
  const [shares, setShares] = useAtom(shareDialogAtom);
  const shortcuts = useAtomValue(shortcutsAtom);
  const tour = useAtomValue(tourAtom);
  const { status } = useSaving();
  return (
    <>
      {status.state === "conflict" ? <ConflictDialog /> : null}
      {palette ? <Palette /> : null}
      {publishes ? <PublishDialog open onOpenChange={setPublishes} /> : null}
      {shares ? <ShareDialog open onOpenChange={setShares} /> : null}
      {shortcuts ? <ShortcutSheet /> : null}
      {tour ? <Tour /> : null}
    </>
  );
}
