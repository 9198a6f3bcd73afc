"use client";
import { useAtom } from "jotai";
import dynamic from "next/dynamic";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
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
const AskPanel = dynamic(async () => (await import("./ai/ask-panel.tsx")).AskPanel, { ssr: false, loading });
const Inspector = dynamic(async () => (await import("./inspector/inspector.tsx")).Inspector, { ssr: false, loading });
const TriggerPanel = dynamic(async () => (await import("./publish/trigger-panel.tsx")).TriggerPanel, { ssr: false, loading });
const VersionsPanel = dynamic(async () => (await import("./publish/versions-panel.tsx")).VersionsPanel, { ssr: false, loading });

/** What stands at the right of the canvas. Selecting another node leads back to the inspector. */
export function SidePanel({ onClose }: { readonly onClose?: () => void }) {
  const [panel, setPanel] = useAtom(sidePanelAtom);
  const selected = useEditorState(({ selection }) => selection.last);
  const before = useRef(selected);
  useEffect(() => {
    if (selected === before.current) return;
    before.current = selected;
    // What is selected while asking is what is asked about.
    if (selected !== undefined) setPanel((open) => (open === "closed" || open === "ask" ? open : "inspector"));
  }, [selected, setPanel]);
  return (
    <aside aria-label={text.panels.side} className="relative h-full overflow-y-auto border-l border-line bg-surface max-md:border-0">
      {onClose ? (
        <div className="sticky top-0 z-10 flex justify-end border-b border-line bg-surface px-2 py-1">
          <IconButton label={text.panels.close} size="sm" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
      ) : panel !== "inspector" ? (
        <IconButton label={text.panels.close} size="sm" className="absolute top-2 right-2 z-10" onClick={() => setPanel("inspector")}>
          <X aria-hidden />
        </IconButton>
      ) : null}
      {panel === "inspector" ? <Inspector /> : null}
      {panel === "trigger" ? <TriggerPanel /> : null}
      {panel === "versions" ? <VersionsPanel /> : null}
      {panel === "ask" ? <AskPanel /> : null}
    </aside>
  );
}
