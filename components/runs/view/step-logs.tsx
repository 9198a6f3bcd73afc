"use client";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useRef } from "react";
import type { StepDetails } from "../../../lib/api/run-schemas.ts";
import { useVirtualRows } from "../../json/use-virtual-rows.ts";
import { runsText } from "../../text/runs.ts";
import { cn } from "../../ui/cn.ts";

const LOOKS = {
  log: { Icon: Info, line: "", icon: "text-faint" },
  warn: { Icon: TriangleAlert, line: "bg-warn-soft", icon: "text-warn" },
  error: { Icon: CircleAlert, line: "bg-bad-soft", icon: "text-bad" },
} as const;

/** What a code step printed, line by line. */
export function StepLogs({ logs }: { readonly logs: StepDetails["logs"] }) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualRows({ count: logs.length, scroller, height: 24 });
  if (logs.length === 0) return <p className="px-4 py-3 text-sm text-muted">{runsText.step.noLogs}</p>;
  return (
    <section
      ref={scroller}
      // What scrolls is reached with the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={runsText.step.logs}
      className="h-full overflow-auto font-mono text-xs focus-visible:-outline-offset-2"
    >
      <ol className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const { level, text } = logs[item.index] ?? { level: "log" as const, text: "" };
          const { Icon, line, icon } = LOOKS[level];
          return (
            <li
              key={item.index}
              data-index={item.index}
              ref={virtual.measureElement}
              className={cn("absolute top-0 flex w-full gap-2 border-b border-line px-3 py-0.5 leading-5", line)}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Icon aria-hidden className={cn("mt-1 size-3 shrink-0", icon)} />
              <span className="sr-only">{level}</span>
              <span className="min-w-0 break-words whitespace-pre-wrap">{text}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
