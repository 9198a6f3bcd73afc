import { Fragment } from "react";
import type { ReactNode } from "react";

/** A note's text with the marks people type anyway: `# heading`, `- item`, `**bold**`, `*italic*` and `code`. Nothing in it becomes HTML. */
export function NoteText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split("\n").map((line, at) => (
        // Lines have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>{renderLine(line)}</Fragment>
      ))}
    </>
  );
}

function renderLine(line: string): ReactNode {
  const heading = /^#{1,3}\s+(.*)$/.exec(line);
  if (heading) return <p className="text-base font-semibold">{renderMarks(heading[1] ?? "")}</p>;
  const item = /^\s*[-*]\s+(.*)$/.exec(line);
  if (item) {
    return (
      <p className="flex gap-1.5">
        <span>•</span>
        <span className="min-w-0">{renderMarks(item[1] ?? "")}</span>
      </p>
    );
  }
  return line.trim() === "" ? <p className="h-2" /> : <p>{renderMarks(line)}</p>;
}

function renderMarks(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/).map((part, at) => {
    const key = `${at} ${part}`;
    if (/^\*\*.+\*\*$/.test(part)) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (/^\*.+\*$/.test(part)) return <em key={key}>{part.slice(1, -1)}</em>;
    if (/^`.+`$/.test(part)) {
      return (
        <code key={key} className="rounded-sm bg-ink/8 px-1 font-mono text-xs">
          {part.slice(1, -1)}
        </code>
      );
    }
    return <Fragment key={key}>{part}</Fragment>;
  });
}
