/** Where a value stands in another: keys and positions from the outside in. */
export type JsonPath = readonly (string | number)[];

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A path as an expression reads it: `order.body.items[0].sku`. Without a root it starts with its first key. */
export function pathExpression(root: string, path: JsonPath): string {
  let text = root;
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (IDENTIFIER.test(key)) text += text === "" ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text;
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (!isContainer(at)) return undefined;
    at = Array.isArray(at) ? at[Number(key)] : Object.hasOwn(at, key) ? at[String(key)] : undefined;
  }
  return at;
}

/** Whether it holds other values: an array or an object. */
export function isContainer(value: unknown): value is unknown[] | Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
