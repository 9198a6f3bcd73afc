/** A node of the Atlassian Document Format, Jira's form of rich text. */
export interface DocumentNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly DocumentNode[];
}

/** A whole text in the Atlassian Document Format. */
export interface JiraDocument extends DocumentNode {
  readonly type: "doc";
  readonly version: 1;
}

const FENCE = /^```\s*([\w+#-]*)\s*$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBER = /^\s*\d+[.)]\s+(.*)$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const QUOTE = /^>\s?(.*)$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;

/** Makes a document of Markdown: headings, lists without levels, quotes, code, rules, bold, italic, struck and linked text. Anything else stays as it is written. */
export function toDocument(markdown: string): JiraDocument {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  return { type: "doc", version: 1, content: blocks(lines) };
}

function blocks(lines: readonly string[]): DocumentNode[] {
  const made: DocumentNode[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (line.trim() === "") at++;
    else if (fence) {
      const end = lines.findIndex((other, index) => index > at && /^```\s*$/.test(other));
      const code = lines.slice(at + 1, end === -1 ? undefined : end).join("\n");
      const attrs = fence[1] ? { attrs: { language: fence[1] } } : {};
      made.push({ type: "codeBlock", ...attrs, ...(code === "" ? {} : { content: [{ type: "text", text: code }] }) });
      at = end === -1 ? lines.length : end + 1;
    } else if (heading) {
      made.push({ type: "heading", attrs: { level: heading[1]?.length ?? 1 }, content: inline(heading[2] ?? "") });
      at++;
    } else if (RULE.test(line)) {
      made.push({ type: "rule" });
      at++;
    } else {
      const kind = [QUOTE, BULLET, NUMBER].find((pattern) => pattern.test(line));
      const run = takeRun(lines, at, kind);
      made.push(block(run, kind));
      at += run.length;
    }
  }
  return made;
}

/** The lines from `at` on that belong to one list, quote or paragraph. */
function takeRun(lines: readonly string[], at: number, kind: RegExp | undefined): readonly string[] {
  const starts = [FENCE, HEADING, RULE, QUOTE, BULLET, NUMBER];
  const length = lines
    .slice(at + 1)
    .findIndex((line) => (kind === undefined ? line.trim() === "" || starts.some((start) => start.test(line)) : !kind.test(line)));
  return length === -1 ? lines.slice(at) : lines.slice(at, at + 1 + length);
}

function block(run: readonly string[], kind: RegExp | undefined): DocumentNode {
  if (kind === undefined) return paragraph(run);
  const texts = run.map((line) => kind.exec(line)?.[1] ?? "");
  if (kind === QUOTE) return { type: "blockquote", content: [paragraph(texts)] };
  const items = texts.map((text): DocumentNode => ({ type: "listItem", content: [paragraph([text])] }));
  return { type: kind === BULLET ? "bulletList" : "orderedList", content: items };
}

function paragraph(lines: readonly string[]): DocumentNode {
  const content = lines.flatMap((line, index) => [...(index > 0 ? [{ type: "hardBreak" }] : []), ...inline(line.trim())]);
  return { type: "paragraph", content };
}

const INLINE =
  /`(?<code>[^`]+)`|\[(?<label>[^\][]+)\]\((?<href>https?:\/\/[^\s)]+|mailto:[^\s)]+)\)|\*\*(?<strong>[^*]+)\*\*|~~(?<strike>[^~]+)~~|(?<![\w*])\*(?<em>[^*\s][^*]*)\*(?!\w)|(?<!\w)_(?<under>[^_\s][^_]*)_(?!\w)/g;

/** Jira refuses a text without a character. */
function inline(text: string): DocumentNode[] {
  const made: DocumentNode[] = [];
  let at = 0;
  const plain = (until: number): void => {
    if (until > at) made.push({ type: "text", text: text.slice(at, until) });
  };
  for (const match of text.matchAll(INLINE)) {
    const { code, label, href, strong, strike, em, under } = match.groups ?? {};
    plain(match.index);
    const marked = (said: string | undefined, type: string, attrs?: Readonly<Record<string, unknown>>): void => {
      if (said !== undefined) made.push({ type: "text", text: said, marks: [{ type, ...(attrs ? { attrs } : {}) }] });
    };
    marked(code, "code");
    marked(label, "link", { href });
    marked(strong, "strong");
    marked(strike, "strike");
    marked(em ?? under, "em");
    at = match.index + match[0].length;
  }
  plain(text.length);
  return made;
}

const BLOCKS = new Set([
  "paragraph",
  "heading",
  "codeBlock",
  "blockquote",
  "listItem",
  "bulletList",
  "orderedList",
  "rule",
  "panel",
  "table",
]);

/** The words of a document, a line for each paragraph; null for none. */
export function readDocument(document: DocumentNode | string | null | undefined): string | null {
  if (document === null || document === undefined) return null;
  return typeof document === "string"
    ? document
    : words(document)
        .replace(/\n{2,}/g, "\n")
        .trim();
}

function words(node: DocumentNode): string {
  if (node.type === "hardBreak") return "\n";
  const { text, shortName, url } = (node.attrs ?? {}) as Readonly<Record<string, string | undefined>>;
  const own = node.text ?? (node.content ? "" : (text ?? shortName ?? url ?? ""));
  const inner = own + (node.content ?? []).map(words).join("");
  return BLOCKS.has(node.type) ? `${inner}\n` : inner;
}
