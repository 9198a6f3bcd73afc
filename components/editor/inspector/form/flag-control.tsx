"use client";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Switch } from "../../../ui/switch.tsx";
import { useNodeForm } from "../node-form.tsx";
import type { FormShape } from "./form-description.ts";
import type { ControlProps } from "./nested.tsx";

/** Yes or no. Not set is shown as what the service then takes. */
export function FlagControl({ value, onChange, label, id, fallback }: ControlProps<Extract<FormShape, { kind: "flag" }>>) {
  const { readOnly } = useNodeForm();
  const isOn = value === undefined ? fallback === true : value === true;
  const word = isOn ? text.fields.yes : text.fields.no;
  return (
    <div className="flex h-8 items-center gap-2 text-sm">
      <Switch checked={isOn} onChange={onChange} disabled={readOnly} aria-label={label} {...(id === undefined ? {} : { id })} />
      <span className={value === undefined ? "text-faint" : "text-muted"}>
        {value === undefined ? (fallback === undefined ? text.fields.unset : text.fields.fallback(word)) : word}
      </span>
    </div>
  );
}
