import { z } from "zod";

const envelope = z.object({
  /** Null around data that itself looks like an envelope: see vm/prelude.ts. */
  $response: z.object({ status: z.number().int(), headers: z.record(z.string(), z.string()) }).nullable(),
  body: z.unknown(),
});

/** Tells a workflow's plain result from an answer made by `respond(…)`; nothing returned is null. */
export function splitResponse(returned: unknown): {
  result: unknown;
  response: NonNullable<z.infer<typeof envelope>["$response"]> | undefined;
} {
  const parsed = envelope.safeParse(returned);
  return parsed.success
    ? { result: parsed.data.body ?? null, response: parsed.data.$response ?? undefined }
    : { result: returned ?? null, response: undefined };
}
