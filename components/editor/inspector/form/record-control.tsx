"use client";
import { Braces, Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { useNodeForm } from "../node-form.tsx";
import { Note } from "../value/field-notes.tsx";
import { emptyValue } from "./empty-value.ts";
import type { FormShape } from "./form-description.ts";
import { JsonControl } from "./json-control.tsx";
import type { ControlProps } from "./nested.tsx";
import { useNested } from "./nested.tsx";
import { useVariant } from "./use-variant.tsx";

interface RecordProps extends ControlProps<Extract<FormShape, { kind: "record" }>> {
  /** Names that are fields of their own. */
  readonly except?: ReadonlySet<string>;
  /** What a new name must be; gives what is wrong with it. */
  readonly nameProblem?: (name: string) => string | undefined;
  readonly addLabel?: string;
}

/** Names and values, row by row, or all of it as JSON. */
export function RecordControl({ shape, value, onChange, path, label, except, nameProblem, addLabel }: RecordProps) {
  const { readOnly } = useNodeForm();
  const list = useRef<HTMLUListElement>(null);
  const [asJson, setAsJson] = useState(shape.code !== undefined);
  const held: { readonly [key: string]: Json } = value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
  const entries = Object.entries(held).filter(([name]) => !except?.has(name));
  const set = (next: readonly (readonly [string, Json])[]): void => {
    const own = Object.entries(held).filter(([name]) => except?.has(name));
    const all = [...own, ...next];
    onChange(all.length === 0 ? undefined : Object.fromEntries(all));
  };
  const add = (): void => {
    set([...entries, [freshName(held, nameProblem !== undefined), emptyValue(shape.value)]]);
    // A new row is there to be named.
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector("input")?.select());
  };
  const isCode = shape.code !== undefined;
  if (asJson) {
    return (
      <div className="flex flex-col gap-1">
        <JsonControl shape={{ kind: "json", multiline: true }} value={value} onChange={onChange} path={path} label={label} isObject />
        <Button look="ghost" size="sm" className="self-start px-1.5!" onClick={() => setAsJson(false)}>
          {text.fields.asFields}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <ul ref={list} aria-label={label} className="flex flex-col gap-1.5 empty:hidden">
        {entries.map(([name, entry], index) => (
          // A row keeps its place while its name is typed.
          <li key={index} className="flex items-start gap-1">
            <NameInput
              name={name}
              taken={new Set(Object.keys(held))}
              {...(nameProblem ? { nameProblem } : {})}
              onRename={(next) => set(entries.map((other, at) => (at === index ? [next, entry] : other)))}
            />
            <Value
              shape={shape.value}
              value={entry}
              path={[...path, name]}
              label={name === "" ? text.fields.value : name}
              onChange={(next) => set(entries.map((other, at) => (at === index ? [name, next ?? emptyValue(shape.value)] : other)))}
            />
            {readOnly ? null : (
              <IconButton
                label={text.fields.remove(name)}
                size="sm"
                className="mt-0.5"
                onClick={() => set(entries.filter((_entry, at) => at !== index))}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <div className="flex items-center gap-1">
          <Button look="ghost" size="sm" className="px-1.5!" disabled={Object.hasOwn(held, "")} onClick={add}>
            <Plus aria-hidden />
            {addLabel ?? text.fields.addName}
          </Button>
          {isCode || (entries.length > 0 && except === undefined) ? (
            <Button look="ghost" size="sm" className="px-1.5!" onClick={() => setAsJson(true)}>
              <Braces aria-hidden />
              {text.fields.json}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** A row starts without a name, where any name will do. */
function freshName(held: { readonly [key: string]: Json }, needsIdentifier: boolean): string {
  if (!needsIdentifier) return "";
  for (let number = 1; ; number++) if (!Object.hasOwn(held, `value${number}`)) return `value${number}`;
}

function NameInput({
  name,
  taken,
  nameProblem,
  onRename,
}: {
  readonly name: string;
  readonly taken: ReadonlySet<string>;
  readonly nameProblem?: (name: string) => string | undefined;
  readonly onRename: (name: string) => void;
}) {
  const { readOnly } = useNodeForm();
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? name;
  const problem = shown !== name && taken.has(shown) ? text.problems.duplicate(shown) : shown === "" ? undefined : nameProblem?.(shown);
  return (
    <div className="w-[32%] max-w-40 shrink-0">
      <Input
        aria-label={text.fields.name}
        placeholder={text.fields.name}
        value={shown}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        {...(problem === undefined ? {} : { "aria-invalid": true as const })}
        className="font-mono text-xs!"
        onChange={(event) => {
          const next = event.target.value;
          const isFree = next === name || !taken.has(next);
          setDraft(isFree && nameProblem?.(next) === undefined ? undefined : next);
          if (isFree && nameProblem?.(next) === undefined) onRename(next);
        }}
        onBlur={() => setDraft(undefined)}
      />
      {problem === undefined ? null : <Note severity="error">{problem}</Note>}
    </div>
  );
}

function Value(props: ControlProps) {
  const { readOnly } = useNodeForm();
  const { Control } = useNested();
  const { shape, menu } = useVariant(props.shape, props.value, props.onChange, readOnly, true);
  return (
    <>
      <Control {...props} shape={shape} />
      {menu === null ? null : <span className="mt-1">{menu}</span>}
    </>
  );
}
