"use client";
import { Ban, Braces, ChevronDown, Hash, List, ListChecks, ToggleRight, Type } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import type { FormShape } from "./form-description.ts";
import { convertValue } from "./empty-value.ts";
import { holdsExpression, isOfShape, variantOf } from "./literal-problem.ts";

/** The shape that a value is edited in, where it may have several, and the menu that chooses another one. */
export function useVariant(
  shape: FormShape,
  value: Json | undefined,
  change: (value: Json) => void,
  readOnly: boolean,
  /** In a row, where there is room for an icon only. */
  isCompact = false,
): { readonly shape: FormShape; readonly menu: ReactNode } {
  const [chosen, setChosen] = useState<number>();
  const variants = variantsOf(shape);
  if (!variants) return { shape, menu: null };
  const own = chosen === undefined ? undefined : variants[chosen];
  // A choice holds as long as the value does not say otherwise: after undo it may.
  const isStill =
    own && (value === undefined || holdsExpression(value) || isOfShape(own.shape, value) || variantOf(variants, value) === chosen);
  const index = isStill && chosen !== undefined ? chosen : variantOf(variants, value);
  const variant = variants[index];
  if (!variant) return { shape: { kind: "json", multiline: false, view: "json" }, menu: null };
  const Icon = ICONS[variant.shape.kind === "json" && variant.shape.view === "text" ? "text" : variant.shape.kind];
  const menu = (
    <Menu
      entries={variants.map(({ label, shape: other }, at) => ({
        label,
        checked: at === index,
        onSelect: () => {
          setChosen(at);
          if (at !== index) change(convertValue(value, other));
        },
      }))}
    >
      {isCompact ? (
        <IconButton label={`${text.fields.kind}: ${variant.label}`} size="xs" disabled={readOnly}>
          <Icon aria-hidden className="size-3.5!" />
        </IconButton>
      ) : (
        <Button
          look="ghost"
          size="xs"
          aria-label={`${text.fields.kind}: ${variant.label}`}
          disabled={readOnly}
          className="gap-0.5! font-normal!"
        >
          {variant.label}
          <ChevronDown aria-hidden className="size-3!" />
        </Button>
      )}
    </Menu>
  );
  return { shape: variant.shape, menu };
}

/** The shapes of a union, or those that any value is edited in. */
function variantsOf(shape: FormShape): readonly { readonly label: string; readonly shape: FormShape }[] | undefined {
  if (shape.kind === "union") return shape.variants;
  if (shape.kind !== "json" || shape.view !== undefined) return undefined;
  return [
    { label: text.fields.text, shape: { ...shape, view: "text" } },
    { label: text.fields.number, shape: { kind: "number", whole: false, min: undefined, max: undefined } },
    { label: text.fields.flag, shape: { kind: "flag" } },
    { label: text.fields.json, shape: { ...shape, view: "json" } },
  ];
}

const ICONS: Readonly<Record<FormShape["kind"], LucideIcon>> = {
  text: Type,
  expression: Type,
  number: Hash,
  flag: ToggleRight,
  nothing: Ban,
  choice: ListChecks,
  list: List,
  object: Braces,
  record: Braces,
  union: Braces,
  json: Braces,
};
