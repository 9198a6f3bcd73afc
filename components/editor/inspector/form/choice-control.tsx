"use client";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Combobox } from "../../../ui/combobox.tsx";
import { Select } from "../../../ui/select.tsx";
import { useNodeForm } from "../node-form.tsx";
import type { FormShape } from "./form-description.ts";
import type { ControlProps } from "./nested.tsx";

/** More choices than this are searched. */
const FEW = 10;

/** One of fixed values. */
export function ChoiceControl({ shape, value, onChange, label, id, fallback }: ControlProps<Extract<FormShape, { kind: "choice" }>>) {
  const { readOnly } = useNodeForm();
  const known = shape.choices.map((choice) => ({ value: JSON.stringify(choice), label: nameChoice(choice) }));
  const key = value === undefined ? undefined : JSON.stringify(value);
  // What is not among the choices is shown all the same.
  const options =
    key === undefined || known.some((option) => option.value === key) ? known : [...known, { value: key, label: nameChoice(value) }];
  const choose = (next: string): void => onChange(JSON.parse(next) as Json);
  const common = {
    value: key,
    onChange: choose,
    options,
    placeholder: fallback === undefined ? text.fields.unset : text.fields.fallback(nameChoice(fallback)),
    "aria-label": label,
    ...(id === undefined ? {} : { id }),
  };
  if (options.length > FEW && !readOnly) return <Combobox {...common} />;
  return <Select {...common} disabled={readOnly} />;
}

/** As the service writes it, and as the code will say it. */
function nameChoice(choice: unknown): string {
  if (typeof choice === "boolean") return choice ? text.fields.yes : text.fields.no;
  return String(choice);
}
