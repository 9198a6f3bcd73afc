"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import type { ImportAnswer } from "../../../../lib/api/service-schemas.ts";
import { paletteText } from "../../../text/palette.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { Input } from "../../../ui/input.tsx";

type Operation = NonNullable<ImportAnswer["operations"]>[number];

const text = paletteText.services.import;
const ROW = 40;

/** The operations of a document, to be chosen from; thousands of them too. */
export function OperationList({
  operations,
  chosen,
  onChange,
}: {
  readonly operations: readonly Operation[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const [filter, setFilter] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const words = filter
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    return operations.filter((operation) => {
      const all = `${operation.method} ${operation.path} ${operation.label} ${operation.name} ${operation.tags.join(" ")}`.toLowerCase();
      return words.every((word) => all.includes(word));
    });
  }, [filter, operations]);
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({ count: shown.length, getScrollElement: () => list.current, estimateSize: () => ROW, overscan: 8 });
  const mark = (names: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const name of names) {
      if (on) next.add(name);
      else next.delete(name);
    }
    onChange(next);
  };
  const allShown = shown.length > 0 && shown.every(({ name }) => chosen.has(name));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <Input
          aria-label={text.filter}
          placeholder={text.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button
          onClick={() =>
            mark(
              shown.map(({ name }) => name),
              !allShown,
            )
          }
        >
          {allShown ? text.clearShown : text.selectShown}
        </Button>
      </div>
      <div ref={list} className="h-72 overflow-y-auto rounded-md border border-line">
        <div className="relative" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const operation = shown[index];
            if (!operation) return null;
            return (
              <label
                key={operation.name}
                className="absolute inset-x-0 flex items-center gap-3 border-b border-line px-3 text-sm hover:bg-hover"
                style={{ height: ROW, transform: `translateY(${start}px)` }}
              >
                <input
                  type="checkbox"
                  className="size-4 accent-(--color-accent-fill)"
                  checked={chosen.has(operation.name)}
                  onChange={(event) => mark([operation.name], event.currentTarget.checked)}
                />
                <span className="w-14 shrink-0 font-mono text-2xs font-medium text-muted">{operation.method}</span>
                <span className="min-w-0 flex-1 truncate">{operation.label}</span>
                {operation.deprecated ? <Badge tone="warn">{text.deprecated}</Badge> : null}
                <span className="max-w-[45%] truncate font-mono text-2xs text-faint">{operation.path}</span>
              </label>
            );
          })}
        </div>
      </div>
      <p aria-live="polite" className="text-xs text-muted tabular-nums">
        {text.chosen(chosen.size, operations.length)}
      </p>
    </div>
  );
}
