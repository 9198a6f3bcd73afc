"use client";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef } from "react";
import type { KeyboardEvent } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useNodeForm } from "../node-form.tsx";
import { emptyValue } from "./empty-value.ts";
import type { FormShape } from "./form-description.ts";
import { JsonControl } from "./json-control.tsx";
import type { ControlProps } from "./nested.tsx";
import { useNested } from "./nested.tsx";
import { useVariant } from "./use-variant.tsx";

type ListShape = Extract<FormShape, { kind: "list" }>;

/** A list, entry by entry; Alt with the arrows moves one. */
export function ListControl({ shape, value, onChange, path, label }: ControlProps<ListShape>) {
  const { readOnly } = useNodeForm();
  const list = useRef<HTMLUListElement>(null);
  if (shape.code !== undefined)
    return <JsonControl shape={{ kind: "json", multiline: true }} value={value} onChange={onChange} path={path} label={label} />;
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  const isCards = holdsFields(shape.item);
  const item: FormShape = shape.live && shape.item.kind === "text" ? { ...shape.item, live: true } : shape.item;
  const set = (next: readonly Json[]): void => onChange(next.length === 0 ? undefined : [...next]);
  const move = (from: number, to: number): void => {
    const moved = items[from];
    if (moved === undefined || to < 0 || to >= items.length) return;
    const rest = items.filter((_item, index) => index !== from);
    set([...rest.slice(0, to), moved, ...rest.slice(to)]);
    requestAnimationFrame(() => list.current?.children[to]?.querySelector<HTMLElement>("[tabindex='0'], input, button")?.focus());
  };
  const isFull = shape.max !== undefined && items.length >= shape.max;
  return (
    <div className="flex flex-col gap-1.5">
      <ul ref={list} aria-label={label} className="flex flex-col gap-1.5 empty:hidden">
        {items.map((entry, index) => (
          // Entries have no name but their place.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that come from the fields in it
          <li
            key={index}
            className={isCards ? "rounded-md border border-line p-2.5" : "flex items-start gap-1"}
            onKeyDown={(event: KeyboardEvent) => {
              const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
              if (!event.altKey || step === 0 || readOnly) return;
              event.preventDefault();
              move(index, index + step);
            }}
          >
            <Entry
              shape={item}
              value={entry}
              onChange={(next) => onChange(items.map((other, at) => (at === index ? (next ?? emptyValue(item)) : other)))}
              path={[...path, index]}
              label={text.fields.entry(index)}
              isCard={isCards}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onMove={(step) => move(index, index + step)}
              onRemove={() => set(items.filter((_item, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {readOnly || isFull ? null : (
        <Button look="ghost" size="sm" className="self-start px-1.5!" onClick={() => onChange([...items, emptyValue(item)])}>
          <Plus aria-hidden />
          {text.fields.addEntry}
        </Button>
      )}
    </div>
  );
}

interface EntryProps extends ControlProps {
  readonly isCard: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
}

function Entry({ isCard, isFirst, isLast, onMove, onRemove, ...control }: EntryProps) {
  const { readOnly } = useNodeForm();
  const { Control } = useNested();
  const { shape, menu } = useVariant(control.shape, control.value, control.onChange, readOnly, true);
  const tools = readOnly ? null : (
    <span className="flex shrink-0 items-center">
      {menu}
      {isCard ? (
        <>
          <IconButton label={text.fields.moveUp} keys="Alt+ArrowUp" size="xs" disabled={isFirst} onClick={() => onMove(-1)}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton label={text.fields.moveDown} keys="Alt+ArrowDown" size="xs" disabled={isLast} onClick={() => onMove(1)}>
            <ArrowDown aria-hidden />
          </IconButton>
        </>
      ) : null}
      <IconButton
        label={text.fields.remove(control.label)}
        size={isCard ? "xs" : "sm"}
        className={isCard ? "" : "mt-0.5"}
        onClick={onRemove}
      >
        <X aria-hidden />
      </IconButton>
    </span>
  );
  if (!isCard) {
    return (
      <>
        <Control {...control} shape={shape} />
        {tools}
      </>
    );
  }
  return (
    <>
      <div className="mb-2 flex items-center justify-between text-xs text-muted">
        {control.label}
        {tools}
      </div>
      <Control {...control} shape={shape} />
    </>
  );
}

function holdsFields(shape: FormShape): boolean {
  if (shape.kind === "union") return shape.variants.some((variant) => holdsFields(variant.shape));
  return shape.kind === "object" || shape.kind === "record" || shape.kind === "list";
}
