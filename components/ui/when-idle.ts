"use client";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";

/** Runs something once the page has nothing else to do. */
export function whenIdle(run: () => void): void {
  // Safari has no idle callbacks.
  const idle = window.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 200));
  idle(() => run());
}

/** False until the page that was drawn first has nothing to do any more: for what may come after it. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return isIdle;
}

/** Draws what may come after the first drawing. */
export function WhenIdle({ children }: { readonly children: ReactNode }): ReactNode {
  return useIdle() ? children : null;
}
