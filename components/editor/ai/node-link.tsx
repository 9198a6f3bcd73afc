"use client";
import { useAtomValue } from "jotai";
import type { ReactNode } from "react";
import { askText } from "../../text/ask.ts";
import { showInPreviewAtom } from "./preview-atoms.ts";

/** What a node of a proposal is called; brings it into sight where a canvas shows the proposal. */
export function NodeLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const canvas = useAtomValue(showInPreviewAtom);
  if (!canvas) return children;
  return (
    <button
      type="button"
      title={askText.proposal.show}
      onClick={() => canvas.show(id)}
      className="max-w-full truncate text-left font-medium hover:underline"
    >
      {children}
    </button>
  );
}
