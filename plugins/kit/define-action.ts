import type { z } from "zod";

declare module "zod" {
  /** What a form shows for a field; set with `.meta()`. `title` and `description` say the rest. */
  interface GlobalMeta {
    label?: string;
    help?: string;
    example?: unknown;
    secret?: boolean;
    multiline?: boolean;
    /** Show the field only while another one holds one of these values. */
    shownWhen?: { readonly field: string; readonly is: readonly unknown[] };
  }
}

/** One durable thing a service can do. Its step is `steps/<name-in-kebab-case>.ts`, exporting a function called `name`. */
export interface ActionDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
}

/** Declares an action; safe for browsers, since it never touches the step's code. */
export function defineAction<Input extends z.ZodType, Output extends z.ZodType>(
  action: ActionDefinition<Input, Output>,
): ActionDefinition<Input, Output> {
  return action;
}
