import type { z } from "zod";

declare module "zod" {
  /** What a form shows for a field; set with `.meta()`. */
  interface GlobalMeta {
    /** In every field of an input. */
    label?: string;
    /** One or two sentences below the field. */
    help?: string;
    /** A literal value that the service would take; documentation and tests use it. */
    example?: unknown;
    secret?: boolean;
    multiline?: boolean;
    /** Edited as code in this language. */
    code?: "html" | "javascript" | "json" | "markdown" | "sql";
    /** A choice from a live call of another action of the same service: its output's list, and which fields of an entry to keep and to show. */
    options?: { readonly action: string; readonly list: string; readonly value: string; readonly label: string };
    /** Only the user can know this shape: the step's function has a type parameter for it. At most one in an output. */
    typeParameter?: true | { readonly from: string };
    /** Show the field only while another one holds one of these values. */
    shownWhen?: { readonly field: string; readonly is: readonly unknown[] };
  }
}

/**
 * One durable thing a service can do. Its step is `steps/<name-in-kebab-case>.ts`, exporting a function called `name`.
 * The schemas are the only list of its fields: form, types, documentation, JSON Schema and tests are made from them.
 */
export interface ActionDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** True when the step may answer that its job is not done yet (`pending`). */
  readonly polls?: true;
  /** Inputs for documentation and tests, where the fields' own examples do not go together. */
  readonly examples?: readonly Readonly<Record<string, unknown>>[];
}

/** Declares an action; safe for browsers, since it never touches the step's code. */
export function defineAction(action: ActionDefinition): ActionDefinition {
  return action;
}
