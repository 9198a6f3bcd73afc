"use client";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { Select } from "../../../ui/select.tsx";
import { useNodeForm } from "../node-form.tsx";
import { Note } from "../value/field-notes.tsx";
import type { JsonSchema, RowType, SchemaRow } from "./schema-rows.ts";
import { freshField, isSchema, rowsOf, typeOfSchema, withDescription, withRows, withType } from "./schema-rows.ts";

const words = text.schema;
const choices: readonly RowType[] = ["string", "number", "integer", "boolean", "object", "array", "any"];

/** The fields of an object schema: name, type, whether it is needed, what it is. Objects hold tables in turn. */
export function SchemaTable({
  schema,
  onChange,
  label,
}: {
  readonly schema: JsonSchema;
  readonly onChange: (schema: JsonSchema) => void;
  readonly label: string;
}) {
  const { readOnly } = useNodeForm();
  const rows = rowsOf(schema);
  const set = (next: readonly SchemaRow[]): void => onChange(withRows(schema, next));
  return (
    <div className="flex flex-col gap-1.5">
      {rows.length === 0 ? <p className="text-xs text-muted">{words.empty}</p> : null}
      <ul aria-label={label} className="flex flex-col gap-2 empty:hidden">
        {rows.map((row, index) => (
          // A row keeps its place while its name is typed.
          <li key={index}>
            <Row
              row={row}
              taken={new Set(rows.flatMap((other) => (other === row ? [] : [other.name])))}
              onChange={(next) => set(rows.map((other) => (other === row ? next : other)))}
              onRemove={() => set(rows.filter((other) => other !== row))}
            />
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <Button
          look="ghost"
          size="sm"
          className="self-start px-1.5!"
          onClick={() => set([...rows, { name: freshField(rows), required: true, schema: { type: "string" } }])}
        >
          <Plus aria-hidden />
          {words.add}
        </Button>
      )}
    </div>
  );
}

function Row({
  row,
  taken,
  onChange,
  onRemove,
}: {
  readonly row: SchemaRow;
  readonly taken: ReadonlySet<string>;
  readonly onChange: (row: SchemaRow) => void;
  readonly onRemove: () => void;
}) {
  const { readOnly } = useNodeForm();
  const { name, schema, required } = row;
  const description = typeof schema["description"] === "string" ? schema["description"] : "";
  const items = isSchema(schema["items"]) ? schema["items"] : {};
  const set = (next: JsonSchema): void => onChange({ ...row, schema: next });
  const type = typeOfSchema(schema);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-1">
        <RowName name={name} taken={taken} onRename={(next) => onChange({ ...row, name: next })} />
        <TypeSelect schema={schema} label={`${words.type}: ${name}`} onChange={set} />
        {type === "array" ? (
          <TypeSelect schema={items} label={`${words.items}: ${name}`} onChange={(next) => set({ ...schema, items: { ...next } })} />
        ) : null}
        <label className="flex h-8 shrink-0 items-center gap-1.5 text-xs text-muted">
          <input
            type="checkbox"
            className="size-3.5 accent-accent-fill"
            checked={required}
            disabled={readOnly}
            aria-label={`${words.required}: ${name}`}
            onChange={(event) => onChange({ ...row, required: event.target.checked })}
          />
          {words.required}
        </label>
        {readOnly ? null : (
          <IconButton label={words.remove(name)} size="sm" className="mt-0.5" onClick={onRemove}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      <input
        aria-label={`${words.description}: ${name}`}
        placeholder={words.description}
        value={description}
        readOnly={readOnly}
        className="h-7 w-full min-w-0 rounded-md border border-transparent bg-transparent px-1 text-xs text-muted transition-colors hover:border-control focus-visible:border-focus focus-visible:bg-surface focus-visible:outline-1 focus-visible:-outline-offset-1"
        onChange={(event) => set(withDescription(schema, event.target.value))}
      />
      {type === "object" ? (
        <div className="ml-1 border-l-2 border-line pl-2.5">
          <SchemaTable schema={schema} onChange={set} label={name} />
        </div>
      ) : null}
      {type === "array" && typeOfSchema(items) === "object" ? (
        <div className="ml-1 border-l-2 border-line pl-2.5">
          <SchemaTable schema={items} onChange={(next) => set({ ...schema, items: { ...next } })} label={name} />
        </div>
      ) : null}
    </div>
  );
}

function RowName({
  name,
  taken,
  onRename,
}: {
  readonly name: string;
  readonly taken: ReadonlySet<string>;
  readonly onRename: (name: string) => void;
}) {
  const { readOnly } = useNodeForm();
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? name;
  const problem = shown === "" ? text.problems.empty : taken.has(shown) ? text.problems.duplicate(shown) : undefined;
  return (
    <div className="min-w-0 flex-1">
      <Input
        aria-label={words.name}
        value={shown}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        className="font-mono text-xs!"
        {...(problem === undefined ? {} : { "aria-invalid": true as const })}
        onChange={(event) => {
          const next = event.target.value;
          const isFree = next !== "" && next !== "__proto__" && !taken.has(next);
          setDraft(isFree ? undefined : next);
          if (isFree) onRename(next);
        }}
        onBlur={() => setDraft(undefined)}
      />
      {problem === undefined ? null : <Note severity="error">{problem}</Note>}
    </div>
  );
}

function TypeSelect({
  schema,
  label,
  onChange,
}: {
  readonly schema: JsonSchema;
  readonly label: string;
  readonly onChange: (schema: JsonSchema) => void;
}) {
  const { readOnly } = useNodeForm();
  const type = typeOfSchema(schema);
  const options = type === "other" ? [...choices, type] : choices;
  return (
    <Select
      aria-label={label}
      value={type}
      disabled={readOnly}
      className="w-28! shrink-0"
      options={options.map((value) => ({ value, label: words.types[value] }))}
      onChange={(next) => {
        const chosen = options.find((option) => option === next);
        if (chosen) onChange(withType(schema, chosen));
      }}
    />
  );
}
