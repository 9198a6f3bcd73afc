"use client";
import { createContext, useContext } from "react";
import type { ComponentType } from "react";
import { invariant } from "../../../../codegen/invariant.ts";
import type { Json } from "../../../../codegen/schema/json.ts";
import type { ConfigPath } from "../node-form.tsx";
import type { FormField, FormShape } from "./form-description.ts";

/** What every control is given. */
export interface ControlProps<Shape extends FormShape = FormShape> {
  readonly shape: Shape;
  readonly value: Json | undefined;
  /** Undefined takes the value away. */
  readonly onChange: (value: Json | undefined) => void;
  readonly path: ConfigPath;
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string;
  /** What stands for a value that is not set. */
  readonly fallback?: unknown;
}

/** The fields of an object, at a place of the config. */
export interface FieldsProps {
  readonly fields: readonly FormField[];
  readonly values: { readonly [key: string]: Json };
  readonly path: ConfigPath;
}

interface Nested {
  readonly Control: ComponentType<ControlProps>;
  readonly Fields: ComponentType<FieldsProps>;
}

/** Controls hold controls in turn; which those are is told from above, so that no module needs itself. */
export const NestedControls = createContext<Nested | undefined>(undefined);

export function useNested(): Nested {
  const nested = useContext(NestedControls);
  invariant(nested, "useNested is called inside of NestedControls");
  return nested;
}
