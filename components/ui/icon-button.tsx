"use client";
import type { ReactNode } from "react";
import type { ButtonProps } from "./button.tsx";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { Tooltip } from "./tooltip.tsx";

interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "asChild"> {
  /** What it does: read out, and shown on hover. */
  readonly label: string;
  readonly keys?: string;
  readonly side?: "top" | "right" | "bottom" | "left";
  readonly children: ReactNode;
}

/** A button with an icon only. */
export function IconButton({ label, keys, side, look = "ghost", size = "md", className, children, ...rest }: IconButtonProps) {
  const square = size === "sm" ? "w-7 px-0" : size === "lg" ? "w-10 px-0" : "w-8 px-0";
  return (
    <Tooltip label={label} {...(keys === undefined ? {} : { keys })} {...(side === undefined ? {} : { side })}>
      <Button look={look} size={size} aria-label={label} className={cn(square, className)} {...rest}>
        {children}
      </Button>
    </Tooltip>
  );
}
