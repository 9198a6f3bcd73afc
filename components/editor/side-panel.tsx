"use client";
import { useAtom } from "jotai";
import dynamic from "next/dynamic";
import { X } from "lucide-react";
import { editorText as text } from "../text/editor.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { useEditorState } from "./editor-context.tsx";
import { sidePanelAtom } from "./screen.ts";

const loading = () => (
  <div className="p-6">
    <Spinner />
  </div>
);
const Inspector = dynamic(async () => (await import("./inspector/inspector.tsx")).Inspector, { ssr: false, loading });
const TriggerPanel = dynamic(async () => (await import("./publish/trigger-panel.tsx")).TriggerPanel, { ssr: false, loading });
const VersionsPanel = dynamic(async () => (await import("./publish/versions-panel.tsx")).VersionsPanel, { ssr: false, loading });

/** What stands at the right of the canvas. Selecting a node leads back to the inspector. */
export function SidePanel({ onClose }: { readonly onClose?: () => void }) {
  const [panel, setPanel] = useAtom(sidePanelAtom);
  const selected = useEditorState(({ selection }) => selection.last);
  const shown = selected !== undefined && panel !== "closed" ? "inspector" : panel;
  return (
    <aside aria-label={text.panels.side} className="relative h-full overflow-y-auto border-l border-line bg-surface max-md:border-0">
      {onClose ? (
        <div className="sticky top-0 z-10 flex justify-end border-b border-line bg-surface px-2 py-1">
          <IconButton label={text.panels.close} size="sm" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
      ) : shown !== "inspector" ? (
        <IconButton label={text.panels.close} size="sm" className="absolute top-2 right-2 z-10" onClick={() => setPanel("inspector")}>
          <X aria-hidden />
        </IconButton>
      ) : null}
      {shown === "inspector" ? <Inspector /> : null}
      {shown === "trigger" ? <TriggerPanel /> : null}
      {shown === "versions" ? <VersionsPanel /> : null}
    </aside>
  );
}
