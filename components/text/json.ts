import { formatCount } from "../runs/format.ts";

/** What the viewer of values says. */
export const jsonText = {
  search: "Search keys and values",
  clearSearch: "Clear the search",
  matches: (at: number, count: number, most: number): string =>
    count === 0 ? "No match" : `${at + 1} of ${formatCount(count)}${count >= most ? " or more" : ""}`,
  next: "Next match",
  previous: "Previous match",
  expandAll: "Open all",
  collapseAll: "Close all",
  copyValue: "Copy value",
  copyPath: (path: string): string => `Copy path ${path}`,
  insertPath: (path: string): string => `Insert ${path}`,
  copied: "Copied",
  cannotCopy: "The browser did not let us copy.",
  showAsTable: "Show as a table",
  backToTree: "Back to the tree",
  more: (count: number): string => `… ${formatCount(count)} more characters`,
  wholeText: "Show the whole text",
  lessText: "Show less",
  asText: "Text",
  asMarkdown: "Markdown",
  textView: "How the text is shown",
  image: "Picture",
  showImage: "Show the picture",
  imageFailed:
    "It cannot be shown here: the address is not reachable, or this server's policy keeps pages from loading pictures of others.",
  items: (count: number): string => (count === 1 ? "1 item" : `${formatCount(count)} items`),
  fields: (count: number): string => (count === 1 ? "1 field" : `${formatCount(count)} fields`),
  nothing: "nothing",
  hiddenColumns: (count: number): string => `${formatCount(count)} more columns are not shown; see the tree.`,
  sortBy: (column: string): string => `Sort by ${column}`,
  rowNumber: "Row",
  keys: "Arrows walk, ← → open and close, Alt with them all below, C copies, P copies the path",
  large: (size: string): string => `This value has ${size}.`,
  load: "Load it",
} as const;
