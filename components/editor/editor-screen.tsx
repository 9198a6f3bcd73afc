"use client";
import { useAtom, useAtomValue } from "jotai";
import dynamic from "next/dynamic";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { editorText as text } from "../text/editor.ts";
import { Spinner } from "../ui/spinner.tsx";
import { ConflictDialog } from "./autosave/conflict-dialog.tsx";
import { EditorBar } from "./bar/editor-bar.tsx";
import { Canvas } from "./canvas/canvas.tsx";
import { EditorDialogs } from "./editor-dialogs.tsx";
import { RunController } from "./runs/run-controller.tsx";
import { runPanelAtom, sidePanelAtom, viewAtom } from "./screen.ts";
import { SidePanel } from "./side-panel.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";

const loading = () => <Placeholder />;
const CodeView = dynamic(async () => (await import("./code/code-view.tsx")).CodeView, { ssr: false, loading });
const RunPanel = dynamic(async () => (await import("./runs/run-panel.tsx")).RunPanel, { ssr: false, loading });

/** The open workflow: bar, canvas and code, details at the side, runs below. */
export function EditorScreen() {
  const isNarrow = useIsNarrow();
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <EditorBar />
      <main className="min-h-0 flex-1">{isNarrow ? <Stacked /> : <Paneled />}</main>
      <EditorDialogs />
      <RunController />
      <ConflictDialog />
    </div>
  );
}

/** Side by side, each as large as its person left it. */
function Paneled() {
  const [side] = useAtom(sidePanelAtom);
  const showsRuns = useAtomValue(runPanelAtom);
  const rows = useDefaultLayout({ id: "weft.rows", panelIds: showsRuns ? ["work", "runs"] : ["work"] });
  const columns = useDefaultLayout({ id: "weft.columns", panelIds: side === "closed" ? ["center"] : ["center", "side"] });
  return (
    <Group orientation="horizontal" {...columns}>
      <Panel id="center" minSize="30%">
        <Group orientation="vertical" {...rows}>
          <Panel id="work" minSize="20%">
            <Work />
          </Panel>
          {showsRuns ? (
            <>
              <Divider label={text.panels.resizeRun} />
              <Panel id="runs" defaultSize="42%" minSize="15%">
                <section aria-label={text.panels.run} className="h-full border-t border-line bg-surface">
                  <RunPanel />
                </section>
              </Panel>
            </>
          ) : null}
        </Group>
      </Panel>
      {side === "closed" ? null : (
        <>
          <Divider label={text.panels.resizeSide} />
          <Panel id="side" defaultSize="380px" minSize="300px" maxSize="60%" groupResizeBehavior="preserve-pixel-size">
            <SidePanel />
          </Panel>
        </>
      )}
    </Group>
  );
}

/** Canvas, code, or both. The canvas stays mounted, so that nothing of it is lost by a look at the code. */
function Work() {
  const view = useAtomValue(viewAtom);
  const split = useDefaultLayout({
    id: "weft.split",
    panelIds: view === "canvas" ? ["canvas"] : view === "code" ? ["code"] : ["canvas", "code"],
  });
  return (
    <Group orientation="horizontal" {...split}>
      {view === "code" ? null : (
        <Panel id="canvas" minSize="20%" data-tour="canvas">
          <Canvas />
        </Panel>
      )}
      {view === "split" ? <Divider label={text.panels.resizeCode} /> : null}
      {view === "canvas" ? null : (
        <Panel id="code" minSize="20%">
          <CodeView />
        </Panel>
      )}
    </Group>
  );
}

/** On a small screen one thing at a time: the canvas, with panels that come up over it. */
function Stacked() {
  const [side, setSide] = useAtom(sidePanelAtom);
  const showsRuns = useAtomValue(runPanelAtom);
  return (
    <div className="relative h-full">
      <Canvas />
      {showsRuns ? (
        <section
          aria-label={text.panels.run}
          className="absolute inset-x-0 bottom-0 z-20 h-3/4 rounded-t-xl border-t border-line bg-surface shadow-high"
        >
          <RunPanel />
        </section>
      ) : null}
      {side === "closed" || showsRuns ? null : (
        <div className="absolute inset-x-0 bottom-0 z-20 max-h-3/4 overflow-y-auto rounded-t-xl border-t border-line bg-surface shadow-high">
          <SidePanel onClose={() => setSide("closed")} />
        </div>
      )}
    </div>
  );
}

function Divider({ label }: { readonly label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative z-10 bg-line transition-colors aria-[orientation=horizontal]:h-px aria-[orientation=vertical]:w-px data-[separator=active]:bg-accent data-[separator=hover]:bg-control"
    />
  );
}

function Placeholder() {
  return (
    <div className="grid h-full place-items-center">
      <Spinner />
    </div>
  );
}
