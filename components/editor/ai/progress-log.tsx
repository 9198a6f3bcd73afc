"use client";
import { Ban, Minus, Pencil, Plus, Wrench } from "lucide-react";
import { askText as text } from "../../text/ask.ts";
import { Spinner } from "../../ui/spinner.tsx";
import type { LogLine, Progress } from "./ask-state.ts";
import { describeDoing } from "./describe-state.ts";

const ICONS = {
  added: { Icon: Plus, tone: "text-good" },
  changed: { Icon: Pencil, tone: "text-warn" },
  removed: { Icon: Minus, tone: "text-bad" },
  rejected: { Icon: Ban, tone: "text-bad" },
  repair: { Icon: Wrench, tone: "text-busy" },
} as const;

/** What the model has done so far, line by line, the newest last; and what it is at now. */
export function ProgressLog({ progress, isOver }: { readonly progress: Progress; readonly isOver: boolean }) {
  const { log } = progress;
  return (
    <section aria-label={isOver ? text.logOver : text.log} className="flex flex-col gap-2">
      {log.length === 0 ? null : (
        <ol className="flex flex-col gap-1.5">
          {log.map((line, at) => (
            // Lines are only ever added.
            <Line key={at} line={line} />
          ))}
        </ol>
      )}
      {isOver ? null : <Spinner label={describeDoing(progress)} />}
    </section>
  );
}

function Line({ line: { kind, text: words, detail } }: { readonly line: LogLine }) {
  const { Icon, tone } = ICONS[kind];
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <span className="min-w-0">
        {kind === "rejected" ? (
          <>
            <span className="font-medium">{text.rejected}</span>{" "}
            <code className="font-mono text-xs break-all text-muted">{words.length > 120 ? `${words.slice(0, 120)}…` : words}</code>
          </>
        ) : (
          words
        )}
        {detail === undefined ? null : <span className="block text-xs whitespace-pre-wrap text-muted">{detail}</span>}
      </span>
    </li>
  );
}
