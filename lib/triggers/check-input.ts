import { Validator, type OutputUnit, type Schema } from "@cfworker/json-schema";
import { LRUCache } from "lru-cache";
import type { FieldProblem } from "../api/parse-input.ts";

const validators = new LRUCache<string, Validator>({ max: 500 });

/**
 * Checks a run's input against its trigger's JSON Schema; `version` is the immutable version the schema belongs to.
 * Returns every wrong field, empty when all is well. Throws what the validator throws when the schema itself is broken.
 */
export function checkInput(version: string, schema: object, input: unknown): FieldProblem[] {
  let validator = validators.get(version);
  if (!validator) {
    // JSON Schema is data to us; the validator's type for it has every keyword optional.
    validator = new Validator(schema as Schema, "2020-12", false);
    validators.set(version, validator);
  }
  const result = validator.validate(input);
  return result.valid ? [] : causes(result.errors).map(problem);
}

/** Keywords that only say that something below is wrong: dropped when that something is told too. */
const OUTER = new Set(["additionalProperties", "unevaluatedProperties", "patternProperties", "dependentSchemas"]);

function causes(errors: readonly OutputUnit[]): OutputUnit[] {
  const leaves = errors.filter((error) => !errors.some((other) => other !== error && explains(other, error)));
  const seen = new Set<string>();
  return leaves.filter((error) => {
    const key = `${error.instanceLocation} ${error.error}`;
    return !seen.has(key) && seen.add(key);
  });
}

function explains(inner: OutputUnit, outer: OutputUnit): boolean {
  if (inner.keywordLocation.startsWith(`${outer.keywordLocation}/`)) return true;
  return OUTER.has(outer.keyword) && inner.instanceLocation.startsWith(`${outer.instanceLocation}/`);
}

function problem(error: OutputUnit): FieldProblem {
  const path = error.instanceLocation.split("/").slice(1).map(unescapePointer);
  const missing = error.keyword === "required" ? /"(.*)"/s.exec(error.error)?.[1] : undefined;
  if (missing !== undefined) return { path: [...path, missing].join("."), message: "is required." };
  return { path: path.join(".") || "input", message: message(error) };
}

/** The validator's words, shortened where they are clumsy. */
function message(error: OutputUnit): string {
  const type = /^Instance type "(.*)" is invalid\. Expected "(.*)"\.$/.exec(error.error);
  if (type) return `must be ${type[2]}, not ${type[1]}.`;
  const choice = /^Instance does not match any of (\[.*\])\.$/s.exec(error.error);
  if (choice) return `must be one of ${choice[1]}.`;
  return error.keyword === "false" ? "is not expected." : error.error;
}

/** The validator writes locations as URI fragments of JSON pointers. */
function unescapePointer(token: string): string {
  let text = token;
  try {
    text = decodeURIComponent(token);
  } catch {
    // A property name with a stray percent sign: shown as it is.
  }
  return text.replaceAll("~1", "/").replaceAll("~0", "~");
}
