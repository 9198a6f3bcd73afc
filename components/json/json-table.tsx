"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { jsonText } from "../text/json.ts";
import { isContainer } from "./json-path.ts";
import { JsonScalar } from "./json-scalar.tsx";
import type { JsonTableData } from "./json-table-data.ts";
import { asText, sortRows } from "./json-table-data.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

const ROW_HEIGHT = 28;
const WIDTH = "10rem";

/** A list of objects as a table; a column's head sorts by it: up, down, as it was. Thousands of rows are drawn as they come into sight. */
export function JsonTable({ table, label }: { readonly table: JsonTableData; readonly label: string }) {
  const [sort, setSort] = useState<{ column: string; descending: boolean }>();
  const order = useMemo(() => (sort ? sortRows(table, sort.column, sort.descending) : table.rows.map((_, at) => at)), [table, sort]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({ count: order.length, scroller, height: ROW_HEIGHT });
  const columns = `3.5rem repeat(${table.columns.length}, minmax(${WIDTH}, 1fr))`;
  const turn = (column: string): void => {
    if (sort?.column !== column) setSort({ column, descending: false });
    else setSort(sort.descending ? undefined : { column, descending: true });
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {/* A table that scrolls is reached with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={scroller} className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2" tabIndex={0} aria-label={label}>
        <table aria-label={label} aria-rowcount={order.length + 1} className="block w-max min-w-full font-mono text-xs">
          <thead className="sticky top-0 z-10 block">
            <tr className="grid border-b border-line bg-sunken" style={{ gridTemplateColumns: columns }}>
              <th className="px-2 py-1 text-right font-normal text-muted">
                #<span className="sr-only">{jsonText.rowNumber}</span>
              </th>
              {table.columns.map((column) => (
                <th key={column} aria-sort={sortState(sort, column)} className="min-w-0 font-normal">
                  <button
                    type="button"
                    title={jsonText.sortBy(column)}
                    onClick={() => turn(column)}
                    className="flex w-full items-center gap-1 px-2 py-1 text-left font-medium text-ink hover:bg-hover focus-visible:-outline-offset-2"
                  >
                    <span className="truncate">{column}</span>
                    <SortMark state={sortState(sort, column)} />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const at = order[item.index] ?? 0;
              return (
                <tr
                  key={at}
                  aria-rowindex={item.index + 2}
                  className="absolute top-0 grid w-full border-b border-line hover:bg-hover"
                  style={{ gridTemplateColumns: columns, height: ROW_HEIGHT, transform: `translateY(${item.start}px)` }}
                >
                  <td className="px-2 py-1 text-right text-muted tabular-nums">{at}</td>
                  {table.columns.map((column) => (
                    <Cell key={column} value={table.rows[at]?.[column]} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {table.hidden > 0 ? (
        <p className="border-t border-line px-3 py-1 text-xs text-muted">{jsonText.hiddenColumns(table.hidden)}</p>
      ) : null}
    </div>
  );
}

function Cell({ value }: { readonly value: unknown }) {
  const text = asText(value).slice(0, 500);
  return (
    <td title={text} className="truncate border-l border-line px-2 py-1">
      {value === undefined ? null : isContainer(value) ? (
        <span className="text-muted">{text}</span>
      ) : (
        <JsonScalar value={value} cut={200} />
      )}
    </td>
  );
}

function sortState(sort: { column: string; descending: boolean } | undefined, column: string): "ascending" | "descending" | "none" {
  if (sort?.column !== column) return "none";
  return sort.descending ? "descending" : "ascending";
}

function SortMark({ state }: { readonly state: ReturnType<typeof sortState> }) {
  if (state === "none") return null;
  return state === "descending" ? <ArrowDown aria-hidden className="size-3" /> : <ArrowUp aria-hidden className="size-3" />;
}
