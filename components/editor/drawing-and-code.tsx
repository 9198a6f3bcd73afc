"use client";
import type { ReactNode } from "react";
import { editorText } from "../text/editor.ts";
import { Split } from "../ui/split.tsx";

/** The drawing, and the code beside it when there is to be some; the divider is where its person left it. */
export function DrawingAndCode({ drawing, code }: { readonly drawing: ReactNode; readonly code: ReactNode | undefined }) {
  return <Split direction="row" id="code" label={editorText.panels.resizeCode} initial={520} least={280} first={drawing} second={code} />;
}
