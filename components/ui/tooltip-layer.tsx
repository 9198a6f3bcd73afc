"use client";
import { Tooltip as Radix } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { Kbd } from "./kbd.tsx";
import { Lent } from "./lent.tsx";
import type { TooltipWatch } from "./watch-tooltips.ts";
import { watchTooltips } from "./watch-tooltips.ts";

interface Shown {
  readonly element: HTMLElement;
  /** Sets one apart from the last, which may have been the same element's. */
  readonly turn: number;
}

/** The tooltip of what is pointed at or reached with the keyboard: one for the whole page, so that controls need nothing but a name. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown>();
  const watch = useRef<TooltipWatch>(undefined);
  useEffect(() => {
    let turn = 0;
    const made = watchTooltips((element) => setShown(element && { element, turn: ++turn }));
    watch.current = made;
    return () => made.dispose();
  }, []);
  if (!shown) return null;
  const { tooltip, tooltipKeys: keys, tooltipSide: side } = shown.element.dataset;
  return (
    <Radix.Provider>
      <Radix.Root key={shown.turn} open onOpenChange={(isOpen) => (isOpen ? undefined : watch.current?.close())}>
        <Radix.Trigger asChild>
          <Lent element={shown.element} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side === "top" || side === "right" || side === "left" ? side : "bottom"}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 flex max-w-72 animate-appear items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-surface shadow-mid"
          >
            {tooltip}
            {keys === undefined ? null : <Kbd keys={keys} inverse />}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
