import { cva } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The look of everything that is typed into: `quiet` where many stand in a row, `set` for the filter among them that is on. */
export const inputStyle = cva(
  "w-full min-w-0 rounded-md border px-2.5 text-sm text-ink transition-colors hover:border-muted focus-visible:border-focus focus-visible:outline-1 focus-visible:-outline-offset-1 aria-invalid:border-bad disabled:opacity-60",
  {
    variants: {
      look: { plain: "border-control bg-surface", quiet: "border-line-strong bg-surface", set: "border-accent bg-accent-soft" },
    },
    defaultVariants: { look: "plain" },
  },
);

export type InputLook = "plain" | "quiet" | "set";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(inputStyle(), "h-8", className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn(inputStyle(), "min-h-16 py-1.5", className)} {...rest} />;
}
