"use client";
import { useState } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Segmented } from "../../../ui/segmented.tsx";
import { useNodeForm } from "../node-form.tsx";
import { ValueField } from "../value/value-field.tsx";
import type { FormShape } from "./form-description.ts";
import type { ControlProps } from "./nested.tsx";

interface JsonProps extends ControlProps<Extract<FormShape, { kind: "json" }>> {
  /** Only an object, or an expression that gives one, is taken. */
  readonly isObject?: boolean;
}

/** Any value: text with expressions in it, or JSON whose texts may hold them. */
export function JsonControl({ shape, value, onChange, path, label, id, placeholder = "", isObject = false }: JsonProps) {
  const { readOnly } = useNodeForm();
  const isText = typeof value === "string" || (value === undefined && !isObject);
  const [mode, setMode] = useState<"text" | "json">(isText ? "text" : "json");
  const shown = isObject || (value !== undefined && typeof value !== "string") ? "json" : mode;
  const switcher =
    readOnly || isObject ? null : (
      <Segmented
        label={text.fields.kind}
        value={shown}
        onChange={(next) => {
          setMode(next);
          if (next === "text" && value !== undefined && typeof value !== "string") onChange(JSON.stringify(value));
          if (next === "json" && typeof value === "string") onChange(readJson(value) ?? undefined);
        }}
        options={[
          { value: "text", label: text.fields.text },
          { value: "json", label: text.fields.json },
        ]}
      />
    );
  const keep = (next: string): void => onChange(next === "" && typeof path.at(-1) === "string" ? undefined : next);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      {shown === "text" ? (
        <ValueField
          value={typeof value === "string" ? value : ""}
          onChange={keep}
          path={path}
          label={label}
          multiline={shape.multiline}
          placeholder={placeholder}
          {...(id === undefined ? {} : { id })}
        />
      ) : (
        <JsonText value={value} onChange={onChange} path={path} label={label} isObject={isObject} {...(id === undefined ? {} : { id })} />
      )}
      {switcher ? <div className="self-start [&>div]:h-6 [&_button]:px-2 [&_button]:text-2xs">{switcher}</div> : null}
    </div>
  );
}

/** JSON as text: taken when it parses, and said to be none while it does not. */
function JsonText({ value, onChange, path, label, isObject, id }: Omit<ControlProps, "shape"> & { readonly isObject: boolean }) {
  const printed = value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string }>();
  // A draft is of the value it began with; when that changes by another way, it is gone.
  const shown = draft && (draft.of === printed || sameJson(draft.text, value)) ? draft.text : printed;
  const parsed = shown.trim() === "" ? null : readJson(shown);
  const isExpression = /^\s*\{\{[^]*\}\}\s*$/.test(shown);
  const wrong =
    shown.trim() === "" || isExpression
      ? undefined
      : parsed === undefined
        ? text.problems.json
        : isObject && (parsed === null || typeof parsed !== "object" || Array.isArray(parsed))
          ? text.problems.wanted.object
          : undefined;
  return (
    <ValueField
      value={shown}
      onChange={(next) => {
        setDraft({ text: next, of: printed });
        if (next.trim() === "") return onChange(undefined);
        if (/^\s*\{\{[^]*\}\}\s*$/.test(next)) return onChange(next.trim());
        const read = readJson(next);
        if (read !== undefined) {
          setDraft({ text: next, of: JSON.stringify(read, null, 2) });
          onChange(read);
        }
      }}
      path={path}
      label={label}
      multiline
      mono
      placeholder="{ }"
      literalProblem={wrong}
      {...(id === undefined ? {} : { id })}
    />
  );
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function sameJson(text: string, value: Json | undefined): boolean {
  const read = readJson(text);
  return read !== undefined && JSON.stringify(read) === JSON.stringify(value);
}
