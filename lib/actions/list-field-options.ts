import { z } from "zod";
import { stepError } from "../../plugins/kit/step-error.ts";
import type { FieldOptions } from "../api/action-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findAction } from "./find-action.ts";

export interface FieldQuestion {
  readonly field: string;
  /** The alias of a connection. */
  readonly connection?: string;
  /** What the form holds so far. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** Asks the service for the choices of a field. Throws `not_found` for a field without any, `run_failed` in the service's words. */
export async function listFieldOptions(
  server: Pick<Server, "database" | "plugins" | "callAction">,
  access: Access,
  kind: string,
  question: FieldQuestion,
): Promise<FieldOptions> {
  const action = await findAction(server, access, kind);
  const field =
    action.input instanceof z.ZodObject && Object.hasOwn(action.input.shape, question.field)
      ? action.input.shape[question.field]
      : undefined;
  const options = field instanceof z.ZodType ? field.meta()?.options : undefined;
  if (!options)
    throw new AppError("not_found", `The field "${question.field}" of ${kind} has no choices to ask for.`, { hint: "Type its value." });
  const source = await findAction(server, access, `${action.plugin.name}.${options.action}`);
  const answer = await ask(server, access, source.kind, inputFor(source.input, question.input ?? {}), question.connection);
  const list = isRecord(answer) ? answer[options.list] : undefined;
  const entries = Array.isArray(list) ? list.filter(isRecord) : [];
  return {
    options: entries.map((entry) => ({ value: entry[options.value], label: String(entry[options.label] ?? entry[options.value]) })),
  };
}

/** Of what the form holds, that which the question takes: the repository's owner, the base of a table. */
function inputFor(schema: z.ZodType, form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = schema instanceof z.ZodObject ? Object.entries<z.ZodType>(schema.shape) : [];
  const taken = fields.filter(([name, field]) => Object.hasOwn(form, name) && field.safeParse(form[name]).success);
  return Object.fromEntries(taken.map(([name]) => [name, form[name]]));
}

async function ask(
  server: Pick<Server, "callAction">,
  access: Access,
  kind: string,
  input: Record<string, unknown>,
  connection: string | undefined,
): Promise<unknown> {
  try {
    return await server.callAction(access, { kind, input, ...(connection === undefined ? {} : { connection }) });
  } catch (error) {
    const { message, status = null } = stepError(error);
    throw new AppError("service_failed", message, {
      hint: "Check the connection, and that the fields above this one are filled in.",
      details: { status },
    });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
