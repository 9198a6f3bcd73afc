import { ts } from "ts-morph";
import { unescapeComment } from "../emit/comment.ts";

/** The comment lines directly above a node, as its label; empty without one. */
export function readLabel(node: ts.Node, file: ts.SourceFile): string {
  const { text } = file;
  const lines: string[] = [];
  let below = node.getStart(file);
  for (const range of (ts.getLeadingCommentRanges(text, node.pos) ?? []).toReversed()) {
    if (range.kind !== ts.SyntaxKind.SingleLineCommentTrivia || !/^[ \t]*\r?\n[ \t]*$/.test(text.slice(range.end, below))) break;
    // A comment behind code belongs to that code.
    if (text.slice(text.lastIndexOf("\n", range.pos - 1) + 1, range.pos).trim() !== "") break;
    lines.unshift(
      unescapeComment(
        text
          .slice(range.pos + 2, range.end)
          .replace(/^ /, "")
          .trimEnd(),
      ),
    );
    below = range.pos;
  }
  return lines.join(" ");
}

/** The port that a `// case …` line at the start of an arm names. */
export function readCase(block: ts.Statement, file: ts.SourceFile): string | undefined {
  if (!ts.isBlock(block)) return undefined;
  const { text } = file;
  const inside = block.getStart(file) + 1;
  const first = ts.getLeadingCommentRanges(text, inside)?.[0] ?? ts.getTrailingCommentRanges(text, inside)?.[0];
  if (!first || first.kind !== ts.SyntaxKind.SingleLineCommentTrivia) return undefined;
  const comment = text.slice(first.pos, first.end);
  // With a statement right below, it is that statement's label.
  const apart = /^[ \t]*\r?\n[ \t]*(?:\r?\n|\})/.test(text.slice(first.end));
  return apart && comment.startsWith("// case ") ? unescapeComment(comment.slice("// case ".length).trimEnd()) : undefined;
}
