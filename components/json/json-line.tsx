"use client";
import { ChevronRight, Copy, CornerDownLeft, Route, Table2 } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { jsonText } from "../text/json.ts";
import { cn } from "../ui/cn.ts";
import { copyText, copyValue } from "./copy-text.ts";
import { isContainer } from "./json-path.ts";
import type { JsonRow } from "./json-rows.ts";
import { entriesOf, sizeOf } from "./json-rows.ts";
import { JsonScalar, Marked } from "./json-scalar.tsx";
import { RichText } from "./rich-text.tsx";
import { CUT_LENGTH, isLong, textKind } from "./text-kinds.ts";

export interface JsonLineProps {
  readonly row: JsonRow;
  readonly id: string;
  /** The name of the whole value, for the first line. */
  readonly root: string;
  readonly path: string;
  readonly wanted: string;
  readonly active: boolean;
  readonly isMatch: boolean;
  /** Whether a long text is shown whole. */
  readonly whole: boolean;
  readonly canTable: boolean;
  readonly onToggle: (deep: boolean) => void;
  readonly onWhole: () => void;
  readonly onTable: () => void;
  readonly onActivate: () => void;
  readonly onPickPath: ((path: string) => void) | undefined;
}

/** One value of the tree: its key, what it is, and what can be done with it when it is pointed at. */
export function JsonLine(props: JsonLineProps) {
  const { row, id, root, path, wanted, active, isMatch, whole, onToggle, onWhole, onActivate, onPickPath } = props;
  const { key, value, depth, open } = row;
  const name = key === undefined ? root : String(key);
  return (
    // Keys are handled by the tree, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-selected={active}
      {...(open === undefined ? {} : { "aria-expanded": open })}
      onClick={(event) => {
        onActivate();
        if (open !== undefined) onToggle(event.altKey);
      }}
      draggable={onPickPath !== undefined}
      onDragStart={(event) => event.dataTransfer.setData("text/plain", `{{ ${path} }}`)}
      className={cn(
        "group relative flex min-h-5.5 items-start gap-1 pr-2 leading-5.5 outline-none",
        active
          ? "bg-active -outline-offset-2 outline-focus group-focus-visible/tree:outline-2 group-focus-visible/tree:outline-solid"
          : isMatch
            ? "bg-warn-soft"
            : "hover:bg-hover",
      )}
      style={{ paddingLeft: `${depth * 1.125 + 0.375}rem` }}
    >
      <span className="flex h-5.5 w-4 shrink-0 items-center justify-center text-muted">
        {open === undefined ? null : <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", open ? "rotate-90" : "")} />}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex">
          <span className="min-w-0 truncate">
            {name === "" ? null : (
              <>
                <Marked
                  text={name}
                  wanted={typeof key === "string" ? wanted : ""}
                  className={typeof key === "number" ? "text-muted" : "text-ink"}
                />
                <span className="text-muted">: </span>
              </>
            )}
            <Summary value={value} open={open} wanted={wanted} whole={whole} />
          </span>
          {typeof value === "string" ? <WholeButton text={value} whole={whole} onWhole={onWhole} /> : null}
        </div>
        {whole && typeof value === "string" ? (
          // What is pressed inside is no line of the tree.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
          <div className="py-1.5 pr-2" onClick={(event) => event.stopPropagation()}>
            <RichText text={value} />
          </div>
        ) : null}
      </div>
      <LineActions {...props} />
    </div>
  );
}

function LineActions({ row, path, active, canTable, onTable, onPickPath }: JsonLineProps) {
  return (
    <span
      className={cn(
        "absolute top-0 right-1 h-5.5 items-center rounded-sm border border-line bg-raised pl-0.5",
        active ? "flex" : "hidden group-hover:flex",
      )}
    >
      {onPickPath ? (
        <LineAction label={jsonText.insertPath(path)} onAct={() => onPickPath(path)}>
          <CornerDownLeft aria-hidden />
        </LineAction>
      ) : null}
      {canTable ? (
        <LineAction label={jsonText.showAsTable} onAct={onTable}>
          <Table2 aria-hidden />
        </LineAction>
      ) : null}
      {path === "" ? null : (
        <LineAction label={jsonText.copyPath(path)} onAct={() => copyText(path)}>
          <Route aria-hidden />
        </LineAction>
      )}
      <LineAction label={jsonText.copyValue} onAct={() => copyValue(row.value)}>
        <Copy aria-hidden />
      </LineAction>
    </span>
  );
}

/** Not a stop of the Tab key: thousands of lines have them, and each has a key of its own. */
function LineAction({ label, onAct, children }: { readonly label: string; readonly onAct: () => void; readonly children: ReactNode }) {
  const act = (event: MouseEvent): void => {
    event.stopPropagation();
    onAct();
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      title={label}
      aria-label={label}
      onClick={act}
      className="flex size-5 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink [&_svg]:size-3.5"
    >
      {children}
    </button>
  );
}

interface SummaryProps {
  readonly value: unknown;
  readonly open: boolean | undefined;
  readonly wanted: string;
  readonly whole: boolean;
}

function Summary({ value, open, wanted, whole }: SummaryProps) {
  if (isContainer(value)) {
    const size = sizeOf(value);
    if (size === 0) return <span className="text-muted">{Array.isArray(value) ? "[]" : "{}"}</span>;
    const count = Array.isArray(value) ? jsonText.items(size) : jsonText.fields(size);
    return <span className="text-muted">{open ? count : `${peek(value)}  ${count}`}</span>;
  }
  if (typeof value !== "string") return <JsonScalar value={value} wanted={wanted} />;
  return whole ? null : <JsonScalar value={value} wanted={wanted} cut={CUT_LENGTH} />;
}

/** Shows a text whole that one line does not hold, or as what it is: a picture, Markdown. */
function WholeButton({ text, whole, onWhole }: { readonly text: string; readonly whole: boolean; readonly onWhole: () => void }) {
  const kind = textKind(text);
  if (kind === "plain" && !isLong(text)) return null;
  const label =
    kind === "markdown"
      ? jsonText.asMarkdown
      : kind !== "plain"
        ? jsonText.image
        : text.length > CUT_LENGTH
          ? jsonText.more(text.length - CUT_LENGTH)
          : jsonText.wholeText;
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        onWhole();
      }}
      className="ml-1 shrink-0 rounded-sm px-1 font-sans text-2xs font-medium text-accent hover:bg-hover"
    >
      {whole ? jsonText.lessText : label}
    </button>
  );
}

/** The start of what a closed container holds. */
function peek(value: unknown[] | Record<string, unknown>): string {
  let text = "";
  for (const [key, child] of entriesOf(value)) {
    const shown = isContainer(child)
      ? Array.isArray(child)
        ? "[…]"
        : "{…}"
      : JSON.stringify(typeof child === "string" ? child.slice(0, 40) : child);
    text += `${text === "" ? "" : ", "}${typeof key === "number" ? "" : `${key}: `}${shown}`;
    if (text.length > 80) {
      text = `${text.slice(0, 80)}…`;
      break;
    }
  }
  return Array.isArray(value) ? `[${text}]` : `{${text}}`;
}
