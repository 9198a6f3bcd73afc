import { path } from "../kit/path.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { hubspot } from "./api.ts";
import type { RecordAnswer } from "./records.ts";
import { encodeProperties } from "./records.ts";

/** Creates a record with its ties in one call. */
export function createObject(
  objectType: string,
  properties: Readonly<Record<string, unknown>>,
  associations: readonly object[],
  options: StepOptions,
): Promise<RecordAnswer> {
  const json = { properties: encodeProperties(properties), associations };
  return hubspot.send({ path: path`/crm/objects/2026-09/${objectType}`, json }, options);
}
