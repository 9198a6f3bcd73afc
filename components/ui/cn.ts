import type { ClassValue } from "clsx";
import { clsx } from "clsx";

/** Joins class names. Of two for the same property neither is "later": what has to win over a component's own says so, as in `px-0!`. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
