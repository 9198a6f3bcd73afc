"use client";
import type { Virtualizer } from "@tanstack/react-virtual";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

interface VirtualRowsOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Of a row that was not measured yet, in pixels. */
  readonly height: number;
  readonly keyOf?: (index: number) => string | number;
}

/** Rows that are drawn as they come into sight. */
export function useVirtualRows({ count, scroller, height, keyOf }: VirtualRowsOptions): Virtualizer<HTMLElement, Element> {
  // Its result changes inside while it stays the same object; nothing here is memoized on it.
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialRect: { width: 400, height: 400 },
    ...(keyOf ? { getItemKey: keyOf } : {}),
  });
}
