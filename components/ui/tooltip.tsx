import { Slot } from "radix-ui";
import type { ReactNode } from "react";

/** Names a control without text; its key, when it has one. `TooltipLayer` reads it from the child, which must take attributes. */
export function Tooltip({
  label,
  keys,
  side = "bottom",
  children,
}: {
  readonly label: string;
  readonly keys?: string;
  readonly side?: "top" | "right" | "bottom" | "left";
  readonly children: ReactNode;
}) {
  return (
    <Slot.Root data-tooltip={label} data-tooltip-keys={keys} data-tooltip-side={side}>
      {children}
    </Slot.Root>
  );
}
