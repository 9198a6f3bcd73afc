/** What a text may be shown as beside itself. */
export type TextKind = "plain" | "dataImage" | "remoteImage" | "markdown";

/** Pictures that cannot run anything; an SVG shown as one cannot either. */
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp|svg\+xml)[;,]/i;
const REMOTE_IMAGE = /^https?:\/\/[^\s"'<>]+\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#][^\s"'<>]*)?$/i;
/** Headings, lists, fences, tables, quotes, links and bold text: two of these, or one in a long text. */
const MARKS = [/^#{1,6} \S/m, /^(?:[-*+]|\d+\.) \S/m, /^```/m, /^\|.+\|$/m, /^> \S/m, /\[[^\]\n]+\]\([^)\s]+\)/, /\*\*[^*\n]+\*\*/];

/** What a text looks like. */
export function textKind(text: string): TextKind {
  if (DATA_IMAGE.test(text)) return "dataImage";
  if (text.length < 2_000 && REMOTE_IMAGE.test(text)) return "remoteImage";
  if (text.length < 12 || text.length > 200_000) return "plain";
  const marks = MARKS.filter((mark) => mark.test(text)).length;
  return marks >= 2 || (marks === 1 && text.includes("\n")) ? "markdown" : "plain";
}

/** Texts longer than this are cut in the tree. */
export const CUT_LENGTH = 240;

/** Whether a text is more than one line of the tree shows. */
export function isLong(text: string): boolean {
  return text.length > CUT_LENGTH || text.includes("\n");
}
