/** What copying and pasting take, to be loaded once the canvas is there. */
export { copy } from "./copy.ts";
export { pasteGraph } from "./paste.ts";
export { readClipboard } from "./read-clipboard.ts";
