"use client";
import { useAtom, useAtomValue } from "jotai";
import { ChevronRight, Search } from "lucide-react";
import { useId, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { FieldScope } from "../../../../codegen/types/field-scope.ts";
import type { Member } from "../../../../codegen/types/members.ts";
import { inspectorText } from "../../../text/inspector.ts";
import { Mark } from "../../../marks/mark.tsx";
import { cn } from "../../../ui/cn.ts";
import { Spinner } from "../../../ui/spinner.tsx";
import { useCompiler } from "../../compiler/use-compiler.ts";
import { useEditor, useEditorState } from "../../editor-context.tsx";
import { activeFieldAtom, EXPRESSION_TYPE, inputsOpenAtom } from "../inspector-state.ts";
import { useNodeForm } from "../node-form.tsx";
import { useFieldData } from "../value/field-data.tsx";
import { printShort } from "../value/preview.ts";
import { useScope } from "../value/scope.tsx";
import type { InputRow } from "./input-tree.ts";
import { inputRows } from "./input-tree.ts";

const text = inspectorText.inputs;

/** What the fields of a node may read, as a tree to drag and to insert from. */
export function InputsPane() {
  const [isOpen, setOpen] = useAtom(inputsOpenAtom);
  const active = useAtomValue(activeFieldAtom);
  return (
    <section
      aria-label={text.title}
      className={cn(
        "flex min-h-0 flex-col border-line bg-canvas @max-2xl:border-t @2xl:border-r",
        isOpen ? "@max-2xl:max-h-[42%] @2xl:w-64" : "@2xl:w-9",
      )}
    >
      <h3 className="shrink-0">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex h-9 w-full items-center gap-1 px-4 text-xs font-medium text-muted hover:text-ink focus-visible:-outline-offset-2"
        >
          <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", isOpen ? "rotate-90" : "")} />
          <span className={isOpen ? "" : "@2xl:sr-only"}>{text.title}</span>
          {isOpen ? (
            <span className="ml-auto truncate pl-3 font-normal text-faint">{active ? text.insertInto(active.label) : text.noField}</span>
          ) : null}
        </button>
      </h3>
      {isOpen ? <InputTree /> : null}
    </section>
  );
}

function InputTree() {
  const { node, readOnly } = useNodeForm();
  const { samples, variables } = useFieldData();
  const { current, path, problem } = useScope();
  const active = useAtomValue(activeFieldAtom);
  const compiler = useCompiler();
  const editor = useEditor();
  const graph = useEditorState((state) => state.graph);
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState<{ readonly of: FieldScope | undefined; readonly members: ReadonlyMap<string, readonly Member[]> }>({
    of: undefined,
    members: new Map(),
  });
  // What was read deep down holds as long as the scope that it is of.
  const deep = useMemo(() => (read.of === current ? read.members : new Map<string, readonly Member[]>()), [read, current]);
  const list = useRef<HTMLUListElement>(null);
  const helpId = useId();

  const rows = useMemo(() => {
    if (!current) return [];
    const membersOf = (at: readonly (string | number)[]): readonly Member[] => deep.get(JSON.stringify(at)) ?? current.members(at);
    return inputRows(current, membersOf, opened, search);
  }, [current, deep, opened, search]);

  const toggle = (row: InputRow, open: boolean): void => {
    setOpened((now) => (open ? new Set([...now, row.key]) : new Set([...now].filter((key) => key !== row.key))));
    const at = row.steps.map(({ name }) => name);
    if (!open || !current || current.members(at).length > 0 || deep.has(JSON.stringify(at))) return;
    void compiler
      .membersAt(editor.state.graph, { node: node.id, field: path }, at, { samples, variables })
      .then((members) =>
        setRead((known) => ({
          of: current,
          members: new Map([...(known.of === current ? known.members : []), [JSON.stringify(at), members]]),
        })),
      )
      // A later question took its place; it can be opened again.
      .catch(() => undefined);
  };
  const insert = (row: InputRow): void => {
    if (!readOnly) active?.insert(row.expression);
  };
  const walk = (event: KeyboardEvent, row: InputRow, index: number): void => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>("[role='treeitem']") ?? [])];
    const parent = rows.slice(0, index).findLastIndex(({ depth }) => depth < row.depth);
    switch (event.key) {
      case "ArrowDown":
        items[index + 1]?.focus();
        break;
      case "ArrowUp":
        items[index - 1]?.focus();
        break;
      case "ArrowRight":
        if (row.hasMembers && !row.isOpen) toggle(row, true);
        else items[index + 1]?.focus();
        break;
      case "ArrowLeft":
        if (row.isOpen) toggle(row, false);
        else items[parent]?.focus();
        break;
      case "Enter":
      case " ":
        insert(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  if (!current)
    return (
      <div className="px-4 pb-3">
        {problem === undefined ? <Spinner label={text.loading} /> : <p className="text-xs text-muted">{problem}</p>}
      </div>
    );
  const isEmpty = current.entries.every(({ kind }) => kind === "global");
  return (
    <>
      <label className="mx-3 mb-1 flex items-center gap-1.5 rounded-md border border-line bg-surface px-2 focus-within:border-focus">
        <Search aria-hidden className="size-3.5 text-faint" />
        <input
          aria-label={text.search}
          placeholder={text.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === "ArrowDown" && list.current?.querySelector<HTMLElement>("[role='treeitem']")?.focus()}
          className="h-7 min-w-0 flex-1 bg-transparent text-xs outline-none"
        />
      </label>
      {isEmpty ? <p className="px-4 pb-3 text-xs text-muted">{text.none}</p> : null}
      {!isEmpty && rows.length === 0 ? <p className="px-4 pb-3 text-xs text-muted">{text.nothingFound}</p> : null}
      <ul ref={list} role="tree" aria-label={text.title} aria-describedby={helpId} className="min-h-0 flex-1 overflow-auto px-2 pb-2">
        {rows.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            kind={graph.nodes.find(({ id }) => id === row.node)?.kind}
            isFirst={index === 0}
            onToggle={() => toggle(row, !row.isOpen)}
            onInsert={() => insert(row)}
            onKeyDown={(event) => walk(event, row, index)}
            canInsert={active !== undefined && !readOnly}
          />
        ))}
      </ul>
    </>
  );
}

function Row({
  row,
  kind,
  isFirst,
  canInsert,
  onToggle,
  onInsert,
  onKeyDown,
}: {
  readonly row: InputRow;
  readonly kind: string | undefined;
  readonly isFirst: boolean;
  readonly canInsert: boolean;
  readonly onToggle: () => void;
  readonly onInsert: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const isTop = row.depth === 0;
  const sample =
    row.sample === undefined || (row.sample !== null && typeof row.sample === "object") ? undefined : printShort(row.sample, 48);
  return (
    <li
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={false}
      {...(row.hasMembers ? { "aria-expanded": row.isOpen } : {})}
      tabIndex={isFirst ? 0 : -1}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(EXPRESSION_TYPE, row.expression);
        event.dataTransfer.setData("text/plain", `{{ ${row.expression} }}`);
        event.dataTransfer.effectAllowed = "copy";
      }}
      // The field keeps its caret.
      onMouseDown={(event) => event.detail > 1 && event.preventDefault()}
      onDoubleClick={onInsert}
      onKeyDown={onKeyDown}
      title={row.because ?? row.expression}
      style={{ paddingLeft: `${row.depth * 0.875 + 0.25}rem` }}
      className="group/row flex h-7 cursor-grab items-center gap-1 rounded-sm pr-1 text-xs hover:bg-hover focus-visible:-outline-offset-2"
    >
      {row.hasMembers ? (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          onMouseDown={(event) => event.preventDefault()}
          onClick={onToggle}
          className="grid size-5 shrink-0 place-items-center text-muted"
        >
          <ChevronRight className={cn("size-3.5 transition-transform", row.isOpen ? "rotate-90" : "")} />
        </button>
      ) : (
        <span className="size-5 shrink-0" />
      )}
      {isTop && kind !== undefined ? <Mark kind={kind} size={14} className="mr-0.5" /> : null}
      <span className={cn("shrink-0 truncate", isTop ? "font-medium" : "font-mono text-2xs")}>{row.name}</span>
      {isTop && row.label !== undefined ? <span className="min-w-0 truncate text-muted">{row.label}</span> : null}
      {row.optional ? (
        <span className="shrink-0 text-2xs text-warn" title={row.because ?? text.maybe}>
          ?<span className="sr-only">{text.maybe}</span>
        </span>
      ) : null}
      <span className={cn("ml-auto min-w-0 truncate pl-2 text-right text-2xs text-faint", canInsert ? "group-hover/row:hidden" : "")}>
        {sample === undefined ? row.label === undefined ? row.words.replaceAll("`", "") : "" : <span className="font-mono">{sample}</span>}
      </span>
      {canInsert ? (
        <button
          type="button"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onInsert}
          aria-label={text.insert(row.expression)}
          className="ml-auto hidden shrink-0 rounded-sm border border-line-strong bg-surface px-1.5 text-2xs font-medium group-hover/row:block"
        >
          {text.insertNow}
        </button>
      ) : null}
    </li>
  );
}
