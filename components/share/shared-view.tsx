"use client";
import { Provider } from "jotai";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { SharedDocument } from "../../lib/api/document-schemas.ts";
import { DocumentProvider } from "../editor/document-context.tsx";
import { EditorProvider } from "../editor/editor-context.tsx";
import { Editor } from "../editor/model/editor.ts";
import { shareText as text } from "../text/share.ts";
import { Badge } from "../ui/badge.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { Wordmark } from "../ui/wordmark.tsx";
import { detailsOfShared } from "./details-of-shared.ts";

const Canvas = dynamic(async () => (await import("../editor/canvas/canvas.tsx")).Canvas, {
  ssr: false,
  loading: () => (
    <div className="grid h-full place-items-center">
      <Spinner />
    </div>
  ),
});

/** A workflow that somebody shared: its canvas and its code, to look at. */
export function SharedView({ shared, graph }: { readonly shared: SharedDocument; readonly graph: Graph }) {
  const [view, setView] = useState<"canvas" | "code">("canvas");
  const [editor] = useState(() => new Editor(graph));
  const [details] = useState(() => detailsOfShared(shared, graph));
  return (
    <Provider>
      <EditorProvider value={editor}>
        <DocumentProvider value={{ workspace: "", details, canEdit: false, canRun: false }}>
          <div className="flex h-dvh flex-col">
            <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-4">
              <h1 className="truncate text-sm font-semibold">{shared.title}</h1>
              <Badge>{text.shared}</Badge>
              <div className="ml-auto flex items-center gap-4">
                <Segmented
                  label={text.view.label}
                  value={view}
                  onChange={setView}
                  options={[
                    { value: "canvas", label: text.view.canvas },
                    { value: "code", label: text.view.code },
                  ]}
                />
                <Link href="/" aria-label={text.made} className="max-sm:hidden">
                  <Wordmark />
                </Link>
              </div>
            </header>
            <main className="min-h-0 flex-1">
              {view === "canvas" ? (
                <Canvas />
              ) : (
                <textarea
                  readOnly
                  spellCheck={false}
                  wrap="off"
                  aria-label={text.view.code}
                  value={shared.source}
                  className="size-full resize-none bg-sunken p-6 font-mono text-xs leading-relaxed"
                />
              )}
            </main>
          </div>
        </DocumentProvider>
      </EditorProvider>
    </Provider>
  );
}
