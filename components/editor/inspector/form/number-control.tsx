"use client";
import { useState } from "react";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Input } from "../../../ui/input.tsx";
import { useNodeForm } from "../node-form.tsx";
import { Note } from "../value/field-notes.tsx";
import type { FormShape } from "./form-description.ts";
import { findLiteralProblem } from "./literal-problem.ts";
import type { ControlProps } from "./nested.tsx";

/** A number. What is no number is not taken, and said to be none; typing `{{` turns the field into an expression. */
export function NumberControl({
  shape,
  value,
  onChange,
  label,
  id,
  placeholder,
  fallback,
}: ControlProps<Extract<FormShape, { kind: "number" }>>) {
  const { readOnly } = useNodeForm();
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (value === undefined ? "" : String(value));
  const typed = readNumber(shown);
  const problem =
    shown.trim() === "" ? undefined : typed === undefined ? findLiteralProblem(shape, shown) : findLiteralProblem(shape, typed);
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        inputMode={shape.whole ? "numeric" : "decimal"}
        autoComplete="off"
        value={shown}
        readOnly={readOnly}
        placeholder={fallback === undefined ? placeholder : text.fields.fallback(String(fallback))}
        {...(problem === undefined ? {} : { "aria-invalid": true as const })}
        className="tabular-nums"
        onChange={(event) => {
          const next = event.target.value;
          setDraft(next);
          if (next.includes("{{")) onChange(`${next.trim()} }}`);
          else if (next.trim() === "") onChange(undefined);
          else {
            const number = readNumber(next);
            if (number !== undefined) onChange(number);
          }
        }}
        onKeyDown={(event) => {
          const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
          if (step === 0 || readOnly || (typed === undefined && shown !== "")) return;
          event.preventDefault();
          const next = Math.min(Math.max((typed ?? 0) + step * (event.shiftKey ? 10 : 1), shape.min ?? -Infinity), shape.max ?? Infinity);
          setDraft(undefined);
          onChange(next);
        }}
        onBlur={() => typed !== undefined && setDraft(undefined)}
      />
      {problem === undefined ? null : (
        <div className="mt-1" aria-live="polite">
          <Note severity="error">{problem}</Note>
        </div>
      )}
    </>
  );
}

function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed === "" || !Number.isFinite(number) ? undefined : number;
}
