"use client";
import { useState } from "react";
import { isContainer, valueAt } from "../../json/json-path.ts";
import { runsText } from "../../text/runs.ts";
import { Field } from "../../ui/field.tsx";
import { Input, Textarea } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { Switch } from "../../ui/switch.tsx";
import { parsePayload } from "./payload.ts";
import type { PayloadField } from "./payload-form-fields.ts";
import { putValue } from "./payload-form-fields.ts";

interface PayloadFormProps {
  readonly fields: readonly PayloadField[];
  readonly payload: unknown;
  readonly onChange: (payload: unknown) => void;
}

/** A form for a payload, made from the trigger's schema. */
export function PayloadForm({ fields, payload, onChange }: PayloadFormProps) {
  return (
    <div className="flex flex-col gap-3">
      {fields.map((field) => (
        <PayloadInput
          key={field.path.join(".")}
          field={field}
          value={valueAt(payload, field.path)}
          onChange={(value) => onChange(putValue(payload, field.path, value))}
        />
      ))}
    </div>
  );
}

interface PayloadInputProps {
  readonly field: PayloadField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const TYPES: Readonly<Partial<Record<PayloadField["input"], string>>> = { email: "email", url: "url", date: "date" };

function PayloadInput({ field, value, onChange }: PayloadInputProps) {
  const { label, help, required, input, options, placeholder } = field;
  if (input === "json") return <JsonInput field={field} value={value} onChange={onChange} />;
  const text = value === undefined || value === null || isContainer(value) ? "" : String(value);
  return (
    <Field label={label} optional={!required} {...(help === undefined ? {} : { help })}>
      {(attributes) => {
        switch (input) {
          case "boolean":
            return <Switch {...without(attributes)} checked={value === true} onChange={onChange} />;
          case "choice":
            return (
              <Select
                {...attributes}
                value={text}
                placeholder={runsText.panel.choiceNone}
                options={options.map((option) => ({ value: String(option), label: String(option) }))}
                onChange={(next) => onChange(options.find((option) => String(option) === next))}
              />
            );
          case "longText":
            return <Textarea {...attributes} value={text} onChange={(event) => onChange(event.target.value)} />;
          case "number":
          case "integer":
            return (
              <Input
                {...attributes}
                type="number"
                step={input === "integer" ? 1 : "any"}
                value={text}
                placeholder={placeholder}
                onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.valueAsNumber)}
              />
            );
          default:
            return (
              <Input
                {...attributes}
                type={TYPES[input] ?? "text"}
                value={text}
                placeholder={placeholder}
                onChange={(event) => onChange(event.target.value === "" && !required ? undefined : event.target.value)}
              />
            );
        }
      }}
    </Field>
  );
}

/** A switch is never invalid: it is on or off. */
function without({ id, "aria-describedby": described }: { id: string; "aria-describedby"?: string }): {
  id: string;
  "aria-describedby"?: string;
} {
  return { id, ...(described === undefined ? {} : { "aria-describedby": described }) };
}

/** A list or whatever else a form cannot say, as JSON. */
function JsonInput({ field, value, onChange }: PayloadInputProps) {
  const [text, setText] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 2)));
  const parsed = parsePayload(text);
  const { label, help, required } = field;
  return (
    <Field
      label={label}
      optional={!required}
      problem={"line" in parsed ? runsText.panel.notJson(parsed.line) : undefined}
      {...(help === undefined ? {} : { help })}
    >
      {(attributes) => (
        <Textarea
          {...attributes}
          value={text}
          rows={3}
          spellCheck={false}
          className="font-mono text-xs!"
          onChange={(event) => {
            setText(event.target.value);
            const next = parsePayload(event.target.value);
            if ("value" in next) onChange(next.value);
          }}
        />
      )}
    </Field>
  );
}
