"use client";
import { useAtomValue, useSetAtom } from "jotai";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { useWidth } from "../../runs/view/use-width.ts";
import { runsText } from "../../text/runs.ts";
import { editorText } from "../../text/editor.ts";
import { cn } from "../../ui/cn.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Split } from "../../ui/split.tsx";
import { openRunAtom, runPanelAtom } from "../screen.ts";
import { OpenRun } from "./open-run.tsx";
import { RecentRuns } from "./recent-runs.tsx";
import { RunInput } from "./run-input.tsx";

/** Narrower than this the open run covers the list. */
const WIDE = 640;

/** Below the canvas: what the next run gets and the last ones at the left, the open run at the right. */
export function RunPanel() {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const open = useAtomValue(openRunAtom);
  const isWide = width === undefined || width >= WIDE;
  return (
    <div ref={frame} className="flex h-full min-h-0 flex-col bg-surface">
      {isWide ? (
        <Split
          direction="row"
          id="run-panel"
          label={runsText.page.resize}
          initial={760}
          least={360}
          first={<Start />}
          second={open === undefined ? <Nothing /> : <OpenRun key={open} run={open} />}
        />
      ) : open === undefined ? (
        <Start />
      ) : (
        <OpenRun key={open} run={open} />
      )}
    </div>
  );
}

const VIEWS = ["input", "recent"] as const;

function Start() {
  const [view, setView] = useState<(typeof VIEWS)[number]>("input");
  const setShown = useSetAtom(runPanelAtom);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-2.5">
        <div role="tablist" aria-label={runsText.title} className="flex gap-1">
          {VIEWS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={view === name}
              onClick={() => setView(name)}
              className={cn(
                "h-7 rounded-md px-2 text-sm font-medium transition-colors",
                view === name ? "bg-active text-ink" : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {runsText.panel[name]}
            </button>
          ))}
        </div>
        <IconButton label={editorText.panels.close} size="sm" className="ml-auto" onClick={() => setShown(false)}>
          <X aria-hidden />
        </IconButton>
      </div>
      {view === "input" ? <RunInput /> : <RecentRuns />}
    </div>
  );
}

function Nothing() {
  return <p className="flex h-full items-center justify-center px-6 text-center text-sm text-muted">{runsText.panel.choose}</p>;
}
