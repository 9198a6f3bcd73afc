import type { z } from "zod";
import type { Permission } from "../keys/access.ts";

/**
 * Who may call: anyone, whomever the workflow's trigger admits, any person signed in (in no particular workspace), the platform's scheduler
 * (it has `CRON_SECRET`), or who has the permission in the workspace.
 */
export type OperationAccess = "anyone" | "workflow" | "user" | "scheduler" | Permission;

interface OperationReply {
  readonly description: string;
  /** Absent for an answer without a JSON body. */
  readonly schema?: z.ZodType;
  /** Defaults to `application/json`. */
  readonly contentType?: string;
}

/** One verb on one path: what the route wrapper enforces and what the OpenAPI document says, from the same schemas. */
export interface Operation {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As OpenAPI writes it, for example `/api/runs/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: OperationAccess;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** The JSON (or form) body the wrapper reads and checks. */
  readonly body?: z.ZodType;
  /** The largest body, in bytes; default 4 MiB. */
  readonly maxBody?: number;
  /** A body of any content type that the command reads itself. */
  readonly rawBody?: { readonly description: string };
  readonly replies: Readonly<Record<number, OperationReply>>;
}

/** What a handler gets of one part of a request: the schema's output, or an empty object where the operation declares none. */
export type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>;

/** Keeps the literal types of an operation's schemas. */
export function defineOperation<const Op extends Operation>(operation: Op): Op {
  return operation;
}
