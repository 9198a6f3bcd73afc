"use client";
import { useState } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { findSchemaProblem } from "../../../../codegen/schema/output-schema.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Textarea } from "../../../ui/input.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { useNodeForm } from "../node-form.tsx";
import { Note } from "../value/field-notes.tsx";
import type { JsonSchema } from "./schema-rows.ts";
import { isSchema, rowsOf, typeOfSchema } from "./schema-rows.ts";
import { SchemaTable } from "./schema-table.tsx";

/** A JSON Schema as a table of fields, or as it is written. */
export function SchemaEditor({
  schema,
  onChange,
  label,
  isOutput = false,
}: {
  readonly schema: JsonSchema | undefined;
  readonly onChange: (schema: JsonSchema | undefined) => void;
  readonly label: string;
  /** Only what TypeScript can say is taken. */
  readonly isOutput?: boolean;
}) {
  const canTable =
    schema === undefined || typeOfSchema(schema) === "object" || (typeOfSchema(schema) === "any" && rowsOf(schema).length === 0);
  const [view, setView] = useState<"table" | "raw">("table");
  const shown = canTable ? view : "raw";
  return (
    <div className="flex flex-col gap-2">
      <div className="self-start [&>div]:h-7">
        <Segmented
          label={text.schema.views}
          value={shown}
          onChange={setView}
          options={[
            { value: "table", label: text.schema.table },
            { value: "raw", label: text.schema.raw },
          ]}
        />
      </div>
      {canTable || view === "raw" ? null : <p className="text-xs text-muted">{text.schema.other}</p>}
      {shown === "table" ? (
        <SchemaTable schema={schema ?? { type: "object" }} onChange={onChange} label={label} />
      ) : (
        <RawSchema schema={schema} onChange={onChange} label={label} isOutput={isOutput} />
      )}
    </div>
  );
}

function RawSchema({
  schema,
  onChange,
  label,
  isOutput,
}: {
  readonly schema: JsonSchema | undefined;
  readonly onChange: (schema: JsonSchema | undefined) => void;
  readonly label: string;
  readonly isOutput: boolean;
}) {
  const { readOnly } = useNodeForm();
  const printed = schema === undefined ? "" : JSON.stringify(schema, null, 2);
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string }>();
  const shown = draft && draft.of === printed ? draft.text : printed;
  const problem = shown.trim() === "" ? undefined : findProblem(shown, isOutput);
  return (
    <div className="flex flex-col gap-1">
      <Textarea
        aria-label={label}
        value={shown}
        readOnly={readOnly}
        spellCheck={false}
        rows={Math.min(18, Math.max(6, shown.split("\n").length))}
        className="font-mono text-xs!"
        placeholder='{ "type": "object" }'
        {...(problem === undefined ? {} : { "aria-invalid": true as const })}
        onChange={(event) => {
          const next = event.target.value;
          setDraft({ text: next, of: printed });
          if (next.trim() === "") onChange(undefined);
          const read = findProblem(next, isOutput) === undefined ? readSchema(next) : undefined;
          if (!read) return;
          setDraft({ text: next, of: JSON.stringify(read, null, 2) });
          onChange(read);
        }}
      />
      {problem === undefined ? null : <Note severity="error">{problem}</Note>}
    </div>
  );
}

function findProblem(written: string, isOutput: boolean): string | undefined {
  const read = readSchema(written);
  if (!read) return text.problems.json;
  const found = isOutput ? findSchemaProblem(read) : undefined;
  return found && text.problems.schema(found.problem);
}

function readSchema(written: string): { [key: string]: Json } | undefined {
  try {
    const read = JSON.parse(written) as Json;
    return isSchema(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
