/** Characters that a terminal or a reader could be misled by: controls, line separators, bidirectional marks, lone surrogates. */
const unprintable = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The text with every unprintable character as its escape. Keeps the length of what is printable. */
export function escapeUnprintable(text: string): string {
  return text.replace(unprintable, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    if (character === "\r") return "\\r";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A user's text inside a message: in backticks, printable, at most 60 characters of it. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return `\`${escapeUnprintable(short)}\``;
}

/** "`a`, `b` or `c`", at most eight of them. */
export function quoteList(texts: readonly string[], last = "or"): string {
  const shown = texts.slice(0, 8).map(quote);
  if (texts.length > 8) return `${shown.join(", ")} and ${texts.length - 8} more`;
  const final = shown.pop() ?? "nothing";
  return shown.length === 0 ? final : `${shown.join(", ")} ${last} ${final}`;
}
