/**
 * The door by which a person's text becomes a comment. What could end the comment, hide in an editor or steer a tool
 * is escaped with a backslash; `unescapeComment` undoes it, so no label is lost.
 */
const escapable =
  // oxlint-disable-next-line no-control-regex -- control characters are what it is for
  /[\\\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e0fff}]|\*\/|<\/(?=script)|<!--|\n|\t|^\s|^@|^# |\s$/giu;

/** A label as the text of a one-line comment, without the slashes. */
export function escapeComment(text: string): string {
  return text.replace(escapable, (found) => {
    if (found === "\\") return "\\\\";
    if (found === "\n") return "\\n";
    if (found === "\t") return "\\t";
    if (found === "*/") return "*\\/";
    if (found.startsWith("</")) return "<\\/";
    if (found === "<!--") return "<\\!--";
    return `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}` + (found === "# " ? " " : "");
  });
}

/** What `escapeComment` was given. */
export function unescapeComment(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]{1,6})\}|([\\nt/!]))/gi, (whole, code: string | undefined, char: string | undefined) => {
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }
    return char === "n" ? "\n" : char === "t" ? "\t" : (char ?? whole);
  });
}

/** `// text`, or undefined for an empty label. */
export function printComment(text: string): string | undefined {
  return text === "" ? undefined : `// ${escapeComment(text)}`;
}

/** The lines of a doc comment holding a title and a description of any number of lines; none when both are empty. */
export function printDocComment(title: string, description: string): string[] {
  if (title === "" && description === "") return [];
  const head = escapeComment(title);
  if (description === "") return [`/** ${head} */`];
  const body = description.split("\n").map((text) => escapeComment(text));
  return ["/**", ...[head, "", ...body].map((text) => (text === "" ? " *" : ` * ${text}`)), " */"];
}

/** The title and description of a doc comment's whole text, delimiters included. */
export function readDocComment(comment: string): { title: string; description: string } {
  const inner = comment.slice(3, -2);
  const lines = inner.split(/\r?\n/).map((text, index) => (index === 0 ? text.replace(/^ /, "") : text.replace(/^\s*\*? ?/, "")));
  const texts = lines.map((text) => unescapeComment(text.replace(/\s+$/, "")));
  if (lines.length > 1 && texts[0] === "") texts.shift();
  if (texts.length > 1 && lines.at(-1)?.trim() === "") texts.pop();
  const title = texts[0] ?? "";
  const rest = texts.slice(1);
  if (rest[0] === "") rest.shift();
  return { title, description: rest.join("\n") };
}
