"use client";
import { useId, useState } from "react";
import { Input, Textarea } from "../../../ui/input.tsx";
import { FieldFrame } from "../form/field-frame.tsx";
import { useNodeForm } from "../node-form.tsx";
import { Note } from "../value/field-notes.tsx";

/** Text without expressions: a name, a note. What `problemOf` finds wrong is shown and not taken. */
export function PlainField({
  label,
  name,
  help,
  value,
  onChange,
  problemOf,
  multiline = false,
  mono = false,
  placeholder,
}: {
  readonly label: string;
  readonly name: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problemOf?: (value: string) => string | undefined;
  readonly multiline?: boolean;
  readonly mono?: boolean;
  readonly placeholder?: string;
}) {
  const { readOnly } = useNodeForm();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? value;
  const problem = problemOf?.(shown);
  const common = {
    id,
    "aria-label": label,
    value: shown,
    readOnly,
    placeholder,
    ...(problem === undefined ? {} : { "aria-invalid": true as const }),
    className: mono ? "font-mono text-xs" : "",
    onChange: (event: { readonly target: { readonly value: string } }) => {
      const next = event.target.value;
      const isWrong = problemOf?.(next) !== undefined;
      setDraft(isWrong ? next : undefined);
      if (!isWrong) onChange(next);
    },
    onBlur: () => setDraft(undefined),
  };
  return (
    <FieldFrame id={id} label={label} name={name} help={help}>
      {multiline ? <Textarea {...common} rows={6} /> : <Input {...common} autoComplete="off" spellCheck={false} />}
      {problem === undefined ? null : <Note severity="error">{problem}</Note>}
    </FieldFrame>
  );
}
