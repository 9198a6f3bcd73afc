import { randomBytes } from "node:crypto";

import { z } from "zod";

import { AppError } from "../errors.ts";
import type { RuntimeStep, Variable, VariableSource } from "./contract.ts";

/**
 * What `env` holds in one run, fixed when the run starts, so that every replay reads the same. A secret is there as a marker that nobody can
 * guess, which the step runner replaces by the value; the value itself is never written down.
 */
export interface RunVariables {
  /** By name: a plain variable's value, a secret one's marker. */
  readonly values: Readonly<Record<string, string>>;
  /** By name: why reading it fails. */
  readonly unset: Readonly<Record<string, string>>;
}

const storedVariables = z.object({ values: z.record(z.string(), z.string()), unset: z.record(z.string(), z.string()) });

/** What a version reads: the names, and which of them were secret when it was compiled. */
export interface VersionVariables {
  readonly names: readonly string[];
  readonly secrets: ReadonlySet<string>;
}

/** The names a version reads, as they are stored with it. */
export function variablesOf(names: unknown, steps: readonly RuntimeStep[]): VersionVariables {
  return { names: z.array(z.string()).parse(names), secrets: new Set(steps.flatMap((step) => step.secrets ?? [])) };
}

/** Looks the variables of a version up for a run that starts; undefined when it reads none. */
export async function recordVariables(
  { names, secrets }: VersionVariables,
  workspaceId: string,
  source: VariableSource | undefined,
): Promise<RunVariables | undefined> {
  if (names.length === 0) return undefined;
  const found = await lookUp(names, workspaceId, source);
  if (found instanceof AppError) {
    const { message } = found;
    return { values: {}, unset: Object.fromEntries(names.map((name) => [name, `The variable ${name} could not be read: ${message}`])) };
  }
  const nonce = randomBytes(16).toString("hex");
  const values: Record<string, string> = {};
  const unset: Record<string, string> = {};
  for (const name of names) {
    const variable = found.get(name);
    if (!variable) unset[name] = `The variable ${name} is not set.`;
    else if (secrets.has(name)) values[name] = markerOf(name, nonce);
    else if (variable.secret) unset[name] = `The variable ${name} has become a secret since this version was published; publish it again.`;
    else values[name] = variable.value;
  }
  return { values, unset };
}

/** What the source knows, or why it cannot say: a run that needs it fails, and nothing else that starts does. */
async function lookUp(
  names: readonly string[],
  workspaceId: string,
  source: VariableSource | undefined,
): Promise<ReadonlyMap<string, Variable> | AppError> {
  try {
    return (await source?.(workspaceId, names)) ?? new Map<string, Variable>();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** The variables of a run as its row holds them. */
export function readVariables(stored: unknown): RunVariables | undefined {
  return stored === null || stored === undefined ? undefined : storedVariables.parse(stored);
}

/** The values behind the markers of the secrets that a step may use. Throws when one does not exist any more. */
export async function findSecrets(
  step: RuntimeStep,
  variables: RunVariables | undefined,
  workspaceId: string,
  source: VariableSource | undefined,
): Promise<ReadonlyMap<string, string>> {
  const names = (step.secrets ?? []).filter((name) => variables?.values[name] !== undefined);
  const found: ReadonlyMap<string, Variable> = names.length > 0 && source ? await source(workspaceId, names) : new Map();
  return new Map(
    names.map((name) => {
      const value = found.get(name)?.value;
      if (value === undefined) throw Object.assign(new Error(`The variable ${name} is not set any more.`), { name: "FatalError" });
      return [variables?.values[name] ?? "", value];
    }),
  );
}

/** A copy of a step's recorded values for people: where a marker stands, the name of the variable. */
export function hideMarkers(data: unknown, variables: RunVariables | undefined): unknown {
  const markers = Object.entries(variables?.values ?? {}).filter(([name, value]) => isMarker(name, value));
  if (markers.length === 0) return data;
  const hide = (part: unknown): unknown => {
    if (typeof part === "string") return markers.reduce((text, [name, marker]) => text.replaceAll(marker, `{{ env.${name} }}`), part);
    if (Array.isArray(part)) return part.map(hide);
    if (typeof part !== "object" || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, hide(value)]));
  };
  return hide(data);
}

/** It says where it ends, so that no text behind it makes it that of a longer name. */
function markerOf(name: string, nonce: string): string {
  return `weft-secret:${nonce}:${name};`;
}

function isMarker(name: string, value: string): boolean {
  return value.startsWith("weft-secret:") && value.endsWith(`:${name};`);
}
