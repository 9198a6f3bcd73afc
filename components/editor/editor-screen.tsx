"use client";
import { useAtom, useAtomValue } from "jotai";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { editorText as text } from "../text/editor.ts";
import { cn } from "../ui/cn.ts";
import { Spinner } from "../ui/spinner.tsx";
import { Split } from "../ui/split.tsx";
import { EditorBar } from "./bar/editor-bar.tsx";
import { Canvas } from "./canvas/canvas.tsx";
import { DocumentProvider, useOpenDocument } from "./document-context.tsx";
import { DrawingAndCode } from "./drawing-and-code.tsx";
import { EditorDialogs } from "./editor-dialogs.tsx";
import { useEditor, useEditorState } from "./editor-context.tsx";
import { emptySelection } from "./model/selection.ts";
import { previewAtom, runPanelAtom, sidePanelAtom, viewAtom } from "./screen.ts";
import { Shortcuts } from "./shortcuts/shortcuts-listener.tsx";
import { SidePanel } from "./side-panel.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";

const loading = () => <Placeholder />;
const CodeView = dynamic(async () => (await import("./code/code-view.tsx")).CodeView, { ssr: false, loading });
const PreviewArea = dynamic(async () => (await import("./ai/preview-area.tsx")).PreviewArea, { ssr: false, loading });
const RunController = dynamic(async () => (await import("./runs/run-controller.tsx")).RunController, { ssr: false });
const RunPanel = dynamic(async () => (await import("./runs/run-panel.tsx")).RunPanel, { ssr: false, loading });

/** The open workflow: bar, canvas and code, details at the side, runs below. */
export function EditorScreen() {
  const isNarrow = useIsNarrow();
  const open = useOpenDocument();
  const isPreviewed = useAtomValue(previewAtom) !== undefined;
  // What is looked at is not the document: nothing edits that meanwhile.
  const document = useMemo(() => (isPreviewed ? { ...open, canEdit: false } : open), [isPreviewed, open]);
  return (
    <DocumentProvider value={document}>
      <div className="flex h-dvh flex-col overflow-hidden">
        <EditorBar />
        <main className="min-h-0 flex-1">{isNarrow ? <Stacked /> : <Paneled />}</main>
        <EditorDialogs />
        <RunController />
        {isPreviewed ? null : <Shortcuts />}
      </div>
    </DocumentProvider>
  );
}

/** Side by side, each as large as its person left it. */
function Paneled() {
  const side = useAtomValue(sidePanelAtom);
  const showsRuns = useAtomValue(runPanelAtom);
  const work = (
    <Split
      direction="column"
      id="runs"
      label={text.panels.resizeRun}
      initial={340}
      least={140}
      first={<Work />}
      second={
        showsRuns ? (
          <section aria-label={text.panels.run} className="h-full bg-surface">
            <RunPanel />
          </section>
        ) : undefined
      }
    />
  );
  return (
    <Split
      direction="row"
      id="side"
      label={text.panels.resizeSide}
      initial={380}
      least={300}
      first={work}
      second={side === "closed" ? undefined : <SidePanel />}
    />
  );
}

/** Canvas, code, or both. */
function Work() {
  const view = useAtomValue(viewAtom);
  const isPreviewed = useAtomValue(previewAtom) !== undefined;
  if (isPreviewed) return <PreviewArea />;
  if (view === "code") return <CodeView />;
  return (
    <DrawingAndCode
      drawing={
        <div data-tour="canvas" className="size-full">
          <Canvas />
        </div>
      }
      code={view === "split" ? <CodeView /> : undefined}
    />
  );
}

/** On a small screen one thing at a time: the canvas, with panels that come up over it. */
function Stacked() {
  const editor = useEditor();
  const [side, setSide] = useAtom(sidePanelAtom);
  const showsRuns = useAtomValue(runPanelAtom);
  const isSelected = useEditorState(({ selection }) => selection.last !== undefined);
  const isPreviewed = useAtomValue(previewAtom) !== undefined;
  const showsSide = !showsRuns && (isSelected || side === "trigger" || side === "versions" || side === "ask");
  const close = (): void => {
    setSide("inspector");
    editor.select(emptySelection);
  };
  return (
    <div className="relative flex h-full flex-col">
      <div className="min-h-0 flex-1">{isPreviewed ? <PreviewArea /> : <Canvas />}</div>
      {showsRuns ? (
        <section
          aria-label={text.panels.run}
          className="absolute inset-x-0 bottom-0 z-20 h-3/4 rounded-t-xl border-t border-line bg-surface shadow-high"
        >
          <RunPanel />
        </section>
      ) : null}
      {showsSide ? (
        <div
          className={cn(
            "inset-x-0 bottom-0 z-20 overflow-y-auto rounded-t-xl border-t border-line bg-surface shadow-high",
            // What is decided about stays in sight.
            isPreviewed ? "h-3/5" : "absolute max-h-3/4",
          )}
        >
          <SidePanel onClose={close} />
        </div>
      ) : null}
    </div>
  );
}

function Placeholder() {
  return (
    <div className="grid h-full place-items-center">
      <Spinner />
    </div>
  );
}
