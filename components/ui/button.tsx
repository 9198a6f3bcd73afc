import type { VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyle> {
  /** Lends its looks to its only child, such as a link. */
  readonly asChild?: boolean;
}

/** `solid` for the one thing a view is for, `plain` for others, `ghost` in toolbars, `danger` for what cannot be taken back. */
export function Button({ look, size, asChild = false, className, type, ...rest }: ButtonProps) {
  const Element = asChild ? Slot.Root : "button";
  return <Element className={cn(buttonStyle({ look, size }), className)} {...(asChild ? {} : { type: type ?? "button" })} {...rest} />;
}
