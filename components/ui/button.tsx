import type { VariantProps } from "class-variance-authority";
import { cva } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        solid: "bg-accent-fill text-on-accent hover:bg-accent-fill-hover",
        plain: "border border-line-strong bg-surface text-ink shadow-low hover:bg-hover",
        ghost: "text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-active data-[state=open]:text-ink",
        danger: "bg-bad-fill text-white hover:opacity-90",
        link: "h-auto! px-0! text-accent underline-offset-2 hover:underline",
      },
      size: { sm: "h-7 px-2.5 text-xs", md: "h-8 px-3 text-sm", lg: "h-10 px-4 text-base" },
    },
    defaultVariants: { look: "plain", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyle> {
  /** Lends its looks to its only child, such as a link. */
  readonly asChild?: boolean;
}

/** `solid` for the one thing a view is for, `plain` for others, `ghost` in toolbars, `danger` for what cannot be taken back. */
export function Button({ look, size, asChild = false, className, type, ...rest }: ButtonProps) {
  const Element = asChild ? Slot.Root : "button";
  return <Element className={cn(buttonStyle({ look, size }), className)} {...(asChild ? {} : { type: type ?? "button" })} {...rest} />;
}
