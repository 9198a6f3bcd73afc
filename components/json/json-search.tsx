"use client";
import { ArrowDown, ArrowUp, ChevronsDownUp, ChevronsUpDown, Copy, Search, X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { jsonText } from "../text/json.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { inputStyle } from "../ui/input.tsx";
import { cn } from "../ui/cn.ts";
import { MOST_MATCHES } from "./search-json.ts";

export interface JsonSearchProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly at: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onFold: (open: boolean) => void;
  readonly onCopy: () => void;
  /** Search and folding are a tree's, not a table's. */
  readonly isTree: boolean;
  readonly children?: ReactNode;
}

/** The bar over a value: find in it, open and close all of it, copy it. */
export function JsonSearch({ input, text, onText, at, count, onStep, onFold, onCopy, isTree, children }: JsonSearchProps) {
  return (
    <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line px-2">
      {isTree ? (
        <div className="relative max-w-72 min-w-24 flex-1">
          <Search aria-hidden className="pointer-events-none absolute top-1.5 left-2 size-3.5 text-faint" />
          <input
            ref={input}
            type="text"
            value={text}
            placeholder={jsonText.search}
            aria-label={jsonText.search}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
              if (event.key === "Escape" && text !== "") {
                event.stopPropagation();
                onText("");
              }
            }}
            className={cn(inputStyle({ look: "quiet" }), "h-6.5 pr-6 pl-7 text-xs!")}
          />
          {text === "" ? null : (
            <button
              type="button"
              aria-label={jsonText.clearSearch}
              onClick={() => onText("")}
              className="absolute top-1 right-1 flex size-4.5 items-center justify-center rounded-sm text-muted hover:bg-hover"
            >
              <X aria-hidden className="size-3" />
            </button>
          )}
        </div>
      ) : (
        <div className="flex-1" />
      )}
      {isTree && text !== "" ? (
        <>
          <output className="px-1 text-2xs whitespace-nowrap text-muted tabular-nums">{jsonText.matches(at, count, MOST_MATCHES)}</output>
          <IconButton label={jsonText.previous} keys="Shift+Enter" size="sm" disabled={count === 0} onClick={() => onStep(-1)}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton label={jsonText.next} keys="Enter" size="sm" disabled={count === 0} onClick={() => onStep(1)}>
            <ArrowDown aria-hidden />
          </IconButton>
        </>
      ) : null}
      <div className="ml-auto flex items-center gap-0.5">
        {children}
        {isTree ? (
          <>
            <IconButton label={jsonText.expandAll} size="sm" onClick={() => onFold(true)}>
              <ChevronsUpDown aria-hidden />
            </IconButton>
            <IconButton label={jsonText.collapseAll} size="sm" onClick={() => onFold(false)}>
              <ChevronsDownUp aria-hidden />
            </IconButton>
          </>
        ) : null}
        <IconButton label={jsonText.copyValue} size="sm" onClick={onCopy}>
          <Copy aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
