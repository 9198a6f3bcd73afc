"use client";
import dynamic from "next/dynamic";
import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";

// The editor has the whole screen for itself and takes nothing of the frame along.
const Frame = dynamic(async () => (await import("./frame.tsx")).Frame);

/** What is around a page of a workspace: the frame, or nothing around the editor. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const segment = useSelectedLayoutSegment();
  return segment === "workflows" ? children : <Frame>{children}</Frame>;
}
