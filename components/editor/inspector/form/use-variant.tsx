"use client";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
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
): { readonly shape: FormShape; readonly menu: ReactNode } {
  const [chosen, setChosen] = useState<number>();
  if (shape.kind !== "union") return { shape, menu: null };
  const own = chosen === undefined ? undefined : shape.variants[chosen];
  // A choice holds as long as the value does not say otherwise: after undo it may.
  const isStill =
    own && (value === undefined || holdsExpression(value) || isOfShape(own.shape, value) || variantOf(shape.variants, value) === chosen);
  const index = isStill && chosen !== undefined ? chosen : variantOf(shape.variants, value);
  const variant = shape.variants[index];
  if (!variant) return { shape: { kind: "json", multiline: false }, menu: null };
  const menu = (
    <Menu
      entries={shape.variants.map(({ label, shape: other }, at) => ({
        label,
        checked: at === index,
        onSelect: () => {
          setChosen(at);
          if (at !== index) change(convertValue(value, other));
        },
      }))}
    >
      <Button
        look="ghost"
        size="sm"
        aria-label={`${text.fields.kind}: ${variant.label}`}
        disabled={readOnly}
        className="h-6 gap-0.5 px-1.5 text-2xs font-normal"
      >
        {variant.label}
        <ChevronDown aria-hidden className="size-3!" />
      </Button>
    </Menu>
  );
  return { shape: variant.shape, menu };
}
