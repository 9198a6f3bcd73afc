/** The look of what opens over the page with a list in it. */
export const menuStyle = "z-50 animate-appear overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-high outline-none";
/** The look of one entry of a list. */
export const itemStyle =
  "relative flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0";
