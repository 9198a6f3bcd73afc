"use client";
import type { KeyboardEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";
import { jsonText } from "../text/json.ts";
import { copyText, copyValue } from "./copy-text.ts";
import { JsonLine } from "./json-line.tsx";
import type { JsonPath } from "./json-path.ts";
import { pathExpression } from "./json-path.ts";
import type { JsonRow } from "./json-rows.ts";
import { isAt, pathOf } from "./json-rows.ts";
import { tableOf } from "./json-table-data.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

interface JsonTreeProps {
  readonly rows: readonly JsonRow[];
  readonly root: string;
  readonly label: string;
  readonly wanted: string;
  /** The match that is looked at; it is brought into sight. */
  readonly shown: JsonPath | undefined;
  readonly onFold: (path: JsonPath, open: boolean, deep: boolean) => void;
  readonly onTable: (path: JsonPath) => void;
  readonly onPickPath: ((path: string) => void) | undefined;
  readonly onSearch: () => void;
}

const LINE_HEIGHT = 22;

/** The lines of a value, drawn as they come into sight, walked with the arrow keys. */
export function JsonTree({ rows, root, label, wanted, shown, onFold, onTable, onPickPath, onSearch }: JsonTreeProps) {
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number>();
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const virtual = useVirtualRows({ count: rows.length, scroller, height: LINE_HEIGHT });

  const match = shown === undefined ? -1 : rows.findIndex((row) => isAt(row, shown));
  useEffect(() => {
    if (match >= 0) virtual.scrollToIndex(match, { align: "center" });
  }, [match, virtual]);

  const current = active === undefined ? undefined : Math.min(active, rows.length - 1);
  const walk = (to: number): void => {
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    setActive(next);
    virtual.scrollToIndex(next, { align: "auto" });
  };
  const turnWhole = (path: string): void => {
    setWhole((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  };
  const press = (event: KeyboardEvent): void => {
    const at = current ?? -1;
    const row = rows[at];
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((event.metaKey || event.ctrlKey) && key === "f") {
      event.preventDefault();
      event.stopPropagation();
      return onSearch();
    }
    if (event.metaKey || event.ctrlKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walk(at + 1),
      ArrowUp: () => walk(at - 1),
      PageDown: () => walk(at + 20),
      PageUp: () => walk(at - 20),
      Home: () => walk(0),
      End: () => walk(rows.length - 1),
    };
    const acts: Readonly<Record<string, (row: JsonRow) => void>> = {
      ArrowRight: (on) => (on.open === false ? onFold(pathOf(on), true, event.altKey) : walk(at + 1)),
      ArrowLeft: (on) => (on.open === true ? onFold(pathOf(on), false, event.altKey) : on.parent && walk(rows.indexOf(on.parent))),
      Enter: (on) => (on.open === undefined ? turnWhole(pathExpression(root, pathOf(on))) : onFold(pathOf(on), !on.open, event.altKey)),
      c: (on) => copyValue(on.value),
      p: (on) => copyText(pathExpression(root, pathOf(on))),
      i: (on) => onPickPath?.(pathExpression(root, pathOf(on))),
      t: (on) => tableOf(on.value) && onTable(pathOf(on)),
    };
    const act = moves[key] ?? (row && acts[key] ? () => acts[key]?.(row) : undefined);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${base}-keys`}
      {...(current === undefined ? {} : { "aria-activedescendant": `${base}-${current}` })}
      onKeyDown={press}
      onFocus={() => setActive((before) => before ?? 0)}
      // The line that is walked to shows the focus.
      className="group/tree min-h-0 flex-1 overflow-auto py-1 font-mono text-xs outline-none"
    >
      <p id={`${base}-keys`} className="sr-only">
        {jsonText.keys}
      </p>
      <div role="none" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const steps = pathOf(row);
          const path = pathExpression(root, steps);
          return (
            <div
              key={path}
              role="none"
              data-index={item.index}
              ref={virtual.measureElement}
              className="absolute top-0 w-full"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <JsonLine
                row={row}
                id={`${base}-${item.index}`}
                root={root}
                path={path}
                wanted={wanted}
                active={item.index === current}
                isMatch={item.index === match}
                whole={typeof row.value === "string" && whole.has(path)}
                canTable={Array.isArray(row.value) && tableOf(row.value.slice(0, 20)) !== undefined}
                onToggle={(deep) => onFold(steps, row.open !== true, deep)}
                onWhole={() => turnWhole(path)}
                onTable={() => onTable(steps)}
                onActivate={() => setActive(item.index)}
                onPickPath={onPickPath}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
