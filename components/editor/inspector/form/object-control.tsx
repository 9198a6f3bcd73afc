"use client";
import { Plus } from "lucide-react";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { useNodeForm } from "../node-form.tsx";
import { emptyValue } from "./empty-value.ts";
import type { FormShape } from "./form-description.ts";
import type { ControlProps } from "./nested.tsx";
import { useNested } from "./nested.tsx";
import { RecordControl } from "./record-control.tsx";

/** An object with known fields, set in from what is around it. */
export function ObjectControl({ shape, value, onChange, path, label }: ControlProps<Extract<FormShape, { kind: "object" }>>) {
  const { readOnly } = useNodeForm();
  const { Fields } = useNested();
  if (value === undefined && !readOnly && typeof path.at(-1) === "string") {
    return (
      <Button look="ghost" size="sm" className="self-start px-1.5!" onClick={() => onChange(emptyValue(shape))}>
        <Plus aria-hidden />
        {text.fields.add(label.toLowerCase())}
      </Button>
    );
  }
  const held = value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
  const isInList = typeof path.at(-1) === "number";
  return (
    <fieldset aria-label={label} className={cn("flex min-w-0 flex-col gap-3", isInList ? "" : "border-l-2 border-line pl-3")}>
      <Fields fields={shape.fields} values={held} path={path} />
      {shape.rest ? (
        <RecordControl
          shape={{ kind: "record", value: shape.rest, code: undefined }}
          value={held}
          except={new Set(shape.fields.map(({ name }) => name))}
          onChange={onChange}
          path={path}
          label={label}
        />
      ) : null}
    </fieldset>
  );
}
