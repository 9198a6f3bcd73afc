/** What pasting takes, to be loaded when something is pasted. */
export { pasteGraph } from "./paste.ts";
export { readClipboard } from "./read-clipboard.ts";
