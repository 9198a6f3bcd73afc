/** Texts of the read-only view under a shared link. */
export const shareText = {
  shared: "Shared, read-only",
  view: { label: "View", canvas: "Canvas", code: "Code" },
  made: "Made with Weft",
} as const;
