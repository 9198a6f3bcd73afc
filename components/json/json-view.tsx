"use client";
import { Table2, Undo2 } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { jsonText } from "../text/json.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { cn } from "../ui/cn.ts";
import { copyValue } from "./copy-text.ts";
import type { JsonPath } from "./json-path.ts";
import { isContainer, pathExpression, valueAt } from "./json-path.ts";
import { jsonRows, noFolds, reveal, setOpen } from "./json-rows.ts";
import { JsonSearch } from "./json-search.tsx";
import { JsonTable } from "./json-table.tsx";
import { tableOf } from "./json-table-data.ts";
import { JsonTree } from "./json-tree.tsx";
import { RichText } from "./rich-text.tsx";
import { searchJson } from "./search-json.ts";

export interface JsonViewProps {
  readonly value: unknown;
  /** What it is, read out. */
  readonly label: string;
  /** How expressions name the whole value, for example `order`; paths begin with it. */
  readonly root?: string;
  /** Takes an expression that a person chose: a path that is pressed or dragged into a field. */
  readonly onPickPath?: (path: string) => void;
  readonly className?: string;
}

/** A JSON value to look into: a tree of any size, searched, copied from, lists of objects as tables, long texts and pictures whole. Fills its parent. */
export function JsonView({ value, label, root = "", onPickPath, className }: JsonViewProps) {
  const [folds, setFolds] = useState(noFolds);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState<JsonPath>();
  const [table, setTable] = useState<JsonPath>();
  const input = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(text);
  const rows = useMemo(() => jsonRows(value, folds), [value, folds]);
  const matches = useMemo(() => searchJson(value, wanted), [value, wanted]);
  const tableData = useMemo(() => (table ? tableOf(valueAt(value, table)) : undefined), [value, table]);
  const isTableable = useMemo(() => tableOf(value) !== undefined, [value]);

  const go = (index: number, among: readonly JsonPath[]): void => {
    const match = among[index];
    setAt(index);
    if (!match) return;
    setFolds((before) => reveal(before, match));
    setShown(match);
  };
  const search = (next: string): void => {
    setText(next);
    go(0, searchJson(value, next));
  };
  const step = (by: 1 | -1): void => {
    if (matches.length > 0) go((at + by + matches.length) % matches.length, matches);
  };

  if (value === undefined) return <p className={cn("px-4 py-3 text-sm text-muted", className)}>{jsonText.nothing}</p>;
  if (typeof value === "string" && value.length > 60) {
    return (
      <div className={cn("flex min-h-0 flex-col", className)}>
        <JsonSearch
          input={input}
          text=""
          onText={search}
          at={0}
          count={0}
          onStep={step}
          onFold={() => undefined}
          onCopy={() => copyValue(value)}
          isTree={false}
        />
        <div className="min-h-0 flex-1 overflow-auto p-3">
          <RichText text={value} />
        </div>
      </div>
    );
  }
  return (
    <div className={cn("flex min-h-0 flex-col", className)}>
      <JsonSearch
        input={input}
        text={text}
        onText={search}
        at={at}
        count={matches.length}
        onStep={step}
        onFold={(open) => setFolds(open ? setOpen(noFolds, [], true, true) : setOpen(setOpen(noFolds, [], false, true), [], true))}
        onCopy={() => copyValue(value)}
        isTree={tableData === undefined}
      >
        {tableData && table ? (
          <>
            {table.length > 0 ? <span className="truncate px-1 font-mono text-2xs text-muted">{pathExpression(root, table)}</span> : null}
            <IconButton label={jsonText.backToTree} size="sm" onClick={() => setTable(undefined)}>
              <Undo2 aria-hidden />
            </IconButton>
          </>
        ) : isTableable && isContainer(value) ? (
          <IconButton label={jsonText.showAsTable} size="sm" onClick={() => setTable([])}>
            <Table2 aria-hidden />
          </IconButton>
        ) : null}
      </JsonSearch>
      {tableData ? (
        <JsonTable table={tableData} label={label} />
      ) : (
        <JsonTree
          rows={rows}
          root={root}
          label={label}
          wanted={wanted}
          shown={wanted === "" ? undefined : shown}
          onFold={(path, open, deep) => setFolds((before) => setOpen(before, path, open, deep))}
          onTable={setTable}
          onPickPath={onPickPath}
          onSearch={() => input.current?.focus()}
        />
      )}
    </div>
  );
}
