import { unreachable } from "../invariant.ts";
import type { GraphPath, SourceMapEntry } from "./source-map.ts";

/** A document: text whose groups are printed on one line where they fit and broken where they do not. */
export type Doc = string | readonly Doc[] | Group | Indent | Line | Mark | Raw | Statements | Deferred;

interface Group {
  readonly type: "group";
  readonly content: Doc;
}
interface Indent {
  readonly type: "indent";
  readonly content: Doc;
}
interface Line {
  readonly type: "line";
  /** What it is on one line; `undefined` always breaks. */
  readonly flat: string | undefined;
  /** Text at the end of the line when broken: a trailing comma. */
  readonly broken: string;
}
interface Mark {
  readonly type: "mark";
  readonly node: string;
  readonly path: GraphPath;
  readonly content: Doc;
}
/** Content that is made later, so that blocks inside blocks need no stack. */
export interface Deferred {
  readonly type: "deferred";
  content: Doc;
}
interface Raw {
  readonly type: "raw";
  readonly text: string;
}
interface Statements {
  readonly type: "statements";
  readonly items: readonly StatementDoc[];
}

/** One statement of a block; `spaced` ones always have a blank line around them, others only when they take several lines. */
export interface StatementDoc {
  readonly content: Doc;
  readonly spaced: boolean;
}

/** A space, or a new line when the group does not fit. */
export const line: Doc = { type: "line", flat: " ", broken: "" };
/** Nothing, or a new line when the group does not fit. */
export const softline: Doc = { type: "line", flat: "", broken: "" };
/** Nothing, or a comma and a new line. */
export const trailingComma: Doc = { type: "line", flat: "", broken: "," };
/** A space, or a comma and a new line: the end of an object literal. */
export const trailingCommaOrSpace: Doc = { type: "line", flat: " ", broken: "," };
/** A space, or a semicolon and a new line: the end of an object's type. */
export const trailingSemicolonOrSpace: Doc = { type: "line", flat: " ", broken: ";" };
/** Always a new line; every group around it is broken. */
export const hardline: Doc = { type: "line", flat: undefined, broken: "" };

export function group(...content: readonly Doc[]): Doc {
  return { type: "group", content };
}

export function indent(...content: readonly Doc[]): Doc {
  return { type: "indent", content };
}

/** Text with line breaks of its own, printed exactly as it is. */
export function raw(text: string): Doc {
  return { type: "raw", text };
}

/** Remembers where `content` is printed: it came from this field of this node (an empty path: the node itself). */
export function mark(node: string, path: GraphPath, content: Doc): Doc {
  return { type: "mark", node, path, content };
}

/** Statements one below the other, with a blank line between those that take several lines. */
export function statements(items: readonly StatementDoc[]): Doc {
  return { type: "statements", items };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

/** `{`, the content on lines of its own, `}`; `{}` without content. */
export function braces(content: Doc | undefined): Doc {
  return content === undefined ? "{}" : ["{", indent(hardline, content), hardline, "}"];
}

/** `open a, b close` on one line where it fits, else one item a line with a trailing comma. */
export function list(open: string, items: readonly Doc[], close: string, padded = false): Doc {
  if (items.length === 0) return open + close;
  return group(open, indent(padded ? line : softline, join([",", line], items)), padded ? trailingCommaOrSpace : trailingComma, close);
}

interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc | Close | StatementStep;
}
interface Close {
  readonly type: "close";
  readonly entry: { node: string; path: GraphPath; start: number; end: number };
}
interface StatementStep {
  readonly type: "step";
  readonly items: readonly StatementDoc[];
  readonly index: number;
  /** The line number where the statement before began. */
  readonly began: number;
}

/** Prints a document at a width; also gives the spans of its marks, outer before inner. */
export function printDoc(doc: Doc, width: number): { text: string; entries: SourceMapEntry[] } {
  const out: string[] = [];
  const entries: SourceMapEntry[] = [];
  const stack: Command[] = [{ indent: 0, flat: false, doc }];
  let offset = 0;
  let column = 0;
  let lines = 0;
  let pending = 0;
  const write = (text: string): void => {
    out.push(text);
    offset += text.length;
    column += text.length;
  };
  // An indentation is written with the text that follows, so that blank lines stay empty.
  const writeText = (text: string): void => {
    if (text === "") return;
    if (pending > 0) {
      column = 0;
      write(" ".repeat(pending));
      pending = 0;
    }
    write(text);
  };
  const breakLine = (indentation: number): void => {
    write("\n");
    pending = indentation;
    column = indentation;
    lines += 1;
  };
  for (let command = stack.pop(); command; command = stack.pop()) {
    const { doc: current, indent: level, flat } = command;
    if (typeof current === "string") {
      writeText(current);
    } else if (isList(current)) {
      for (let index = current.length - 1; index >= 0; index--) {
        const part = current[index];
        if (part !== undefined) stack.push({ indent: level, flat, doc: part });
      }
    } else if (current.type === "group") {
      const fit = flat || fits(current.content, stack, width - column);
      stack.push({ indent: level, flat: fit, doc: current.content });
    } else if (current.type === "indent") {
      stack.push({ indent: level + 2, flat, doc: current.content });
    } else if (current.type === "line") {
      if (flat && current.flat !== undefined) {
        writeText(current.flat);
      } else {
        writeText(current.broken);
        breakLine(level);
      }
    } else if (current.type === "mark") {
      const start = offset + pending;
      const entry = { node: current.node, path: current.path, start, end: start };
      entries.push(entry);
      stack.push({ indent: level, flat, doc: { type: "close", entry } }, { indent: level, flat, doc: current.content });
    } else if (current.type === "deferred") {
      stack.push({ indent: level, flat, doc: current.content });
    } else if (current.type === "close") {
      current.entry.end = offset;
    } else if (current.type === "raw") {
      const last = current.text.lastIndexOf("\n");
      pending = 0;
      write(current.text);
      if (last >= 0) {
        column = current.text.length - last - 1;
        lines += 1;
      }
    } else if (current.type === "statements") {
      stack.push({ indent: level, flat: false, doc: { type: "step", items: current.items, index: 0, began: lines } });
    } else if (current.type === "step") {
      const item = current.items[current.index];
      if (!item) continue;
      const before = current.items[current.index - 1];
      if (before) {
        const blank = item.spaced || before.spaced || lines > current.began || !fits(item.content, [], width - level);
        if (blank) breakLine(0);
        breakLine(level);
      }
      stack.push(
        { indent: level, flat: false, doc: { type: "step", items: current.items, index: current.index + 1, began: lines } },
        { indent: level, flat: false, doc: item.content },
      );
    } else {
      unreachable(current);
    }
  }
  return { text: out.join(""), entries };
}

function isList(doc: Doc | Close | StatementStep): doc is readonly Doc[] {
  return Array.isArray(doc);
}

/** Whether the document, printed flat and followed by what is on the stack, reaches a line break within the width. */
function fits(doc: Doc, rest: readonly Command[], width: number): boolean {
  let left = width;
  const stack: { doc: Command["doc"]; flat: boolean }[] = [{ doc, flat: true }];
  let next = rest.length;
  while (left >= 0) {
    let item = stack.pop();
    if (!item) {
      next -= 1;
      const command = rest[next];
      if (!command) return true;
      item = command;
    }
    const current = item.doc;
    if (typeof current === "string") {
      left -= current.length;
    } else if (isList(current)) {
      for (let index = current.length - 1; index >= 0; index--) {
        const part = current[index];
        if (part !== undefined) stack.push({ doc: part, flat: item.flat });
      }
    } else if (current.type === "line") {
      if (!item.flat) return true;
      if (current.flat === undefined) return false;
      left -= current.flat.length;
    } else if (current.type === "raw") {
      const first = current.text.indexOf("\n");
      if (first >= 0) return !item.flat && first <= left;
      left -= current.text.length;
    } else if (current.type === "group" || current.type === "indent" || current.type === "mark" || current.type === "deferred") {
      stack.push({ doc: current.content, flat: item.flat });
    } else if (current.type === "statements" || current.type === "step") {
      return !item.flat || (current.type === "statements" && current.items.length === 0);
    }
  }
  return false;
}
