"use client";
import { X } from "lucide-react";
import { memo, useId } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { cn } from "../../../ui/cn.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import type { ConfigPath } from "../node-form.tsx";
import { useNodeForm } from "../node-form.tsx";
import type { FormField } from "./form-description.ts";
import { FieldFrame } from "./field-frame.tsx";
import { useVariant } from "./use-variant.tsx";
import { ValueControl } from "./value-control.tsx";

/** One field of a form: label, control, help. */
export const FieldView = memo(function FieldView({
  field,
  value,
  path,
  hidesOptional = false,
}: {
  readonly field: FormField;
  readonly value: Json | undefined;
  readonly path: ConfigPath;
  readonly hidesOptional?: boolean;
}) {
  const { change, readOnly } = useNodeForm();
  const id = useId();
  const set = (next: Json | undefined): void => change(path, next, field.label.toLowerCase());
  const { shape, menu } = useVariant(field.shape, value, set, readOnly);
  // A control that is no text field brings the switch to an expression, which stands here.
  const isPlain = !readOnly && !(shape.kind === "text" && !shape.live) && shape.kind !== "json" && shape.kind !== "expression";
  const canClear = !readOnly && !field.required && value !== undefined && shape.kind !== "text" && shape.kind !== "json";
  return (
    <FieldFrame
      id={id}
      label={field.label}
      name={field.name}
      help={field.help}
      isOptional={!field.required && !hidesOptional}
      aside={
        <span className={cn("flex items-center", isPlain ? "pr-7" : "")}>
          {menu}
          {canClear ? (
            <IconButton
              label={text.fields.clear}
              size="xs"
              className="-my-1 opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
              onClick={() => set(undefined)}
            >
              <X aria-hidden className="size-3.5!" />
            </IconButton>
          ) : null}
        </span>
      }
    >
      <ValueControl
        shape={shape}
        value={value}
        onChange={set}
        path={path}
        label={field.label}
        id={id}
        placeholder={placeholderOf(field)}
        fallback={field.fallback}
        isLabelled
      />
    </FieldFrame>
  );
});

/** What the service takes without a value, else an example of one. */
function placeholderOf({ fallback, example }: FormField): string {
  if (fallback !== undefined) return typeof fallback === "string" ? fallback : JSON.stringify(fallback);
  if (example === undefined) return "";
  return typeof example === "string" ? example : JSON.stringify(example);
}
