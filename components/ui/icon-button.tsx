import type { ReactNode } from "react";
import type { ButtonProps } from "./button.tsx";
import { Button } from "./button.tsx";
import { Tooltip } from "./tooltip.tsx";

interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "asChild" | "size"> {
  /** What it does: read out, and shown on hover. */
  readonly label: string;
  readonly keys?: string;
  readonly size?: "xs" | "sm" | "md" | "lg";
  readonly side?: "top" | "right" | "bottom" | "left";
  readonly children: ReactNode;
}

/** A button with an icon only. */
export function IconButton({ label, keys, side, look = "ghost", size = "md", children, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} {...(keys === undefined ? {} : { keys })} {...(side === undefined ? {} : { side })}>
      <Button look={look} size={`icon-${size}`} aria-label={label} {...rest}>
        {children}
      </Button>
    </Tooltip>
  );
}
