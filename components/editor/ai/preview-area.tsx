"use client";
import { useAtomValue } from "jotai";
import { Eye, Sparkles } from "lucide-react";
import { askText as text } from "../../text/ask.ts";
import { DrawingAndCode } from "../drawing-and-code.tsx";
import { previewAtom, viewAtom } from "../screen.ts";
import { CheckPreview } from "./check-preview.tsx";
import type { Preview } from "./preview.ts";
import { PreviewCanvas } from "./preview-canvas.tsx";
import { PreviewCode } from "./preview-code.tsx";

/** What a model proposes in place of the document, as drawing, code or both; says that it is none of the person's yet. */
export function PreviewArea() {
  const preview = useAtomValue(previewAtom);
  const view = useAtomValue(viewAtom);
  if (!preview) return null;
  return (
    <section aria-label={text.previewName} className="flex h-full flex-col">
      {preview.diagnostics === undefined ? <CheckPreview graph={preview.after} /> : null}
      <Banner isComing={preview.isComing} />
      <div className="min-h-0 flex-1">
        {view === "code" && !preview.isComing ? <PreviewCode preview={preview} /> : <Drawn preview={preview} isSplit={view === "split"} />}
      </div>
    </section>
  );
}

function Drawn({ preview, isSplit }: { readonly preview: Preview; readonly isSplit: boolean }) {
  return (
    <DrawingAndCode
      drawing={<PreviewCanvas preview={preview} />}
      code={isSplit && !preview.isComing ? <PreviewCode preview={preview} /> : undefined}
    />
  );
}

function Banner({ isComing }: { readonly isComing: boolean }) {
  const Icon = isComing ? Sparkles : Eye;
  return (
    <p className="flex shrink-0 items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5 text-xs text-ink">
      <Icon aria-hidden className="size-3.5 shrink-0 text-accent" />
      {isComing ? text.previewComing : text.previewShown}
    </p>
  );
}
