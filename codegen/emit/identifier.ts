import { invariant } from "../invariant.ts";

/** The door by which a name that a person typed becomes an identifier; `check` has refused every other text. */
export function printIdentifier(name: string): string {
  invariant(/^[A-Za-z_][A-Za-z0-9_]*$/.test(name), `${JSON.stringify(name)} is not an identifier`);
  return name;
}

/** `orderAlert` → `OrderAlert`. */
export function toPascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `orderAlert` → `order-alert`: the file a workflow's module is in. */
export function toKebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}
