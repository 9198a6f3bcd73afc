const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", "#39": "'" };

/** What Markdown or HTML says, as plain text of at most `limit` characters: whole sentences where they fit. */
export function plainText(markup: string, limit: number): string {
  const text = markup
    .slice(0, limit * 20)
    .replace(/```[^]*?(?:```|$)/g, " ")
    .replace(/<!--[^]*?-->/g, " ")
    .replace(/<\/?(?:b|i|u|a|em|strong|code|span|sub|sup|small)(?:\s[^<>]{0,500})?>/gi, "")
    .replace(/<\/?[A-Za-z][^<>]{0,500}>/g, " ")
    .replace(/!?\[([^\][]{0,300})\]\([^()\s]{0,1000}(?:\([^()\s]{0,100}\))?[^()\s]{0,100}\)/g, "$1")
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, "")
    .replace(/(\*\*|__|\*|~~)(?=\S)([^*~\n]{1,300}?)\1/g, "$2")
    .replace(/&(#39|[a-z]{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\s]+/gu, " ")
    .trim();
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "));
  if (sentence > limit / 3) return cut.slice(0, sentence + 1);
  const word = cut.slice(0, limit - 1);
  return `${word.slice(0, Math.max(word.lastIndexOf(" "), limit / 2)).trimEnd()}…`;
}

/** The first paragraph of Markdown or HTML, as plain text. */
export function firstParagraph(markup: string, limit: number): string {
  const paragraphs = markup.split(/\n\s*\n|<\/p>/);
  return paragraphs.map((paragraph) => plainText(paragraph, limit)).find((text) => text !== "") ?? "";
}

/** `line_items` and `lineItems` as people read them: `Line items`. */
export function humanize(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
  const text = words.replace(/\b(id|url|uri|api|ip|html|json|sms|pdf)\b/g, (word) => word.toUpperCase());
  return text === "" ? "Field" : text.charAt(0).toUpperCase() + text.slice(1);
}
