import type { z } from "zod";

declare module "zod" {
  /** What a form shows for a field; set with `.meta()`. `title` and `description` say the rest. */
  interface GlobalMeta {
    label?: string;
    help?: string;
    example?: unknown;
    secret?: boolean;
    multiline?: boolean;
    /** Edited as code in this language. */
    code?: "html" | "javascript" | "json" | "markdown" | "sql";
    /** A choice from a live call of another action of the same service: its output's list, and which fields of an entry to keep and to show. */
    options?: { readonly action: string; readonly list: string; readonly value: string; readonly label: string };
    /** Only the user can know this shape: the step's function has a type parameter for it. At most one in an output. */
    typeParameter?: true;
    /** Show the field only while another one holds one of these values. */
    shownWhen?: { readonly field: string; readonly is: readonly unknown[] };
  }
}

/**
 * One durable thing a service can do. Its step is `steps/<name-in-kebab-case>.ts`, exporting a function called `name`.
 * `Input` and `Output` are plain interfaces, which the step uses too: inferring them from the schemas would double the
 * time of type-checking a workflow, and put this file and Zod into every export.
 */
export interface ActionDefinition<Input = unknown, Output = unknown> {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly input: z.ZodType<unknown, Input>;
  readonly output: z.ZodType<Output>;
}

/** Declares an action; safe for browsers, since it never touches the step's code. */
export function defineAction<Input, Output>(action: ActionDefinition<Input, Output>): ActionDefinition<Input, Output> {
  return action;
}
