"use client";
import { useState } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { ValueField } from "../value/value-field.tsx";
import type { FormShape } from "./form-description.ts";
import type { ControlProps } from "./nested.tsx";

interface JsonProps extends ControlProps<Extract<FormShape, { kind: "json" }>> {
  /** Only an object, or an expression that gives one, is taken. */
  readonly isObject?: boolean;
}

/** Any value: text with expressions in it, or JSON whose texts may hold them. */
export function JsonControl({ shape, value, onChange, path, label, id, placeholder = "", isObject = false }: JsonProps) {
  const more = id === undefined ? {} : { id };
  if (shape.view !== "text") return <JsonText value={value} onChange={onChange} path={path} label={label} isObject={isObject} {...more} />;
  return (
    <ValueField
      value={typeof value === "string" ? value : ""}
      onChange={(next) => onChange(next === "" && typeof path.at(-1) === "string" ? undefined : next)}
      path={path}
      label={label}
      multiline={shape.multiline}
      placeholder={placeholder}
      {...more}
    />
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
