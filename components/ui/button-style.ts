import { cva } from "class-variance-authority";

/** The look of a button, for what is one without being a `Button`. */
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
      size: {
        xs: "h-6 px-1.5 text-2xs",
        sm: "h-7 px-2.5 text-xs",
        md: "h-8 px-3 text-sm",
        lg: "h-10 px-4 text-base",
        "icon-xs": "size-6",
        "icon-sm": "size-7",
        "icon-md": "size-8",
        "icon-lg": "size-10",
      },
    },
    defaultVariants: { look: "plain", size: "md" },
  },
);
