"use client";
import { useAtomValue } from "jotai";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { cn } from "../../../ui/cn.ts";
import { diagnosticsAtom, focusRequestAtom } from "../../screen.ts";
import { useNodeForm } from "../node-form.tsx";
import { problemsWithin } from "../value/field-problems.ts";
import { FieldView } from "./field-view.tsx";
import type { FormField } from "./form-description.ts";
import type { FieldsProps } from "./nested.tsx";

/** So many optional fields are shown without being asked for. */
const FEW = 3;

/** The fields of an object: the ones that are needed or set, and the others behind a line that opens them. */
export function FormFields({ fields, values, path }: FieldsProps) {
  const { node, readOnly } = useNodeForm();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const request = useAtomValue(focusRequestAtom);
  // What is first is decided once: a field does not move while it is filled in.
  const [first] = useState(() => {
    const wanted = new Set(fields.filter((field) => field.required || values[field.name] !== undefined).map(({ name }) => name));
    return fields.length - wanted.size <= FEW ? new Set(fields.map(({ name }) => name)) : wanted;
  });
  const [isOpen, setOpen] = useState(false);
  const shown = fields.filter((field) => isShown(field, fields, values));
  const main = shown.filter(({ name }) => first.has(name));
  const others = shown.filter(({ name }) => !first.has(name));
  const mustOpen = others.some(
    ({ name }) =>
      problemsWithin(diagnostics, node.id, [...path, name]).length > 0 ||
      (request?.node === node.id && request.path?.[path.length] === name && path.every((step, at) => request.path?.[at] === step)),
  );
  const showsOthers = isOpen || mustOpen;
  return (
    <>
      {main.map((field) => (
        <FieldView key={field.name} field={field} value={own(values, field.name)} path={[...path, field.name]} />
      ))}
      {others.length === 0 || (readOnly && others.every(({ name }) => values[name] === undefined)) ? null : (
        <div className="flex flex-col gap-4">
          <button
            type="button"
            aria-expanded={showsOthers}
            onClick={() => setOpen(!showsOthers)}
            className="flex items-center gap-1 self-start rounded-sm text-xs font-medium text-muted hover:text-ink"
          >
            <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", showsOthers ? "rotate-90" : "")} />
            {showsOthers ? text.fields.hideOptional : text.fields.optional(others.length)}
          </button>
          {showsOthers
            ? others.map((field) => (
                <FieldView key={field.name} field={field} value={own(values, field.name)} path={[...path, field.name]} hidesOptional />
              ))
            : null}
        </div>
      )}
    </>
  );
}

/** A field that belongs to a choice made elsewhere is there with that choice, and while it holds something. */
function isShown({ name, shownWhen }: FormField, fields: readonly FormField[], values: { readonly [key: string]: Json }): boolean {
  if (!shownWhen || values[name] !== undefined) return true;
  const other = own(values, shownWhen.field) ?? fields.find((field) => field.name === shownWhen.field)?.fallback;
  return (typeof other === "string" && other.includes("{{")) || shownWhen.is.includes(other);
}

function own(values: { readonly [key: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
