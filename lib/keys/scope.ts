import { z } from "zod";

/** What a key opens: looking at everything, managing workflows and everything else, all workflows, or those it names by id. */
export const keyScopeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("read") }),
  z.strictObject({ kind: z.literal("admin") }),
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("workflows"), workflows: z.array(z.string()).min(1) }),
]);
export type KeyScope = z.infer<typeof keyScopeSchema>;
