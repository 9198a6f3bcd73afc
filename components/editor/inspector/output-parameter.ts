import type { FormSchema } from "./form/form-description.ts";

/** Any entry of a list, any value of a table. */
const ANY = "*";

/** Where in an output the data is that only the user can know: a path, empty for all of it; undefined where everything is known. */
export function findParameter(schema: unknown): readonly string[] | undefined {
  if (!isRecord(schema)) return undefined;
  if (schema["typeParameter"] !== undefined) return [];
  for (const option of Array.isArray(schema["anyOf"]) ? schema["anyOf"] : []) {
    const inner = findParameter(option);
    if (inner) return inner;
  }
  for (const [name, property] of isRecord(schema["properties"]) ? Object.entries(schema["properties"]) : []) {
    const inner = findParameter(property);
    if (inner) return [name, ...inner];
  }
  const inner = findParameter(schema["items"]) ?? findParameter(schema["additionalProperties"]);
  return inner && [ANY, ...inner];
}

/** The values at that place of a node's last output; none where there is no output. */
export function samplesOfParameter(samples: Readonly<Record<string, unknown>>, node: string, path: readonly string[]): readonly unknown[] {
  let found: readonly unknown[] = Object.hasOwn(samples, node) ? [samples[node]] : [];
  for (const step of path) {
    found = found.flatMap((value): readonly unknown[] => {
      if (value === null || typeof value !== "object") return [];
      if (step === ANY) return Object.values(value);
      return Object.hasOwn(value, step) ? [Reflect.get(value, step)] : [];
    });
  }
  return found;
}

function isRecord(value: unknown): value is FormSchema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
