import { z } from "zod";
import { jsonSchema } from "../../codegen/schema/json.ts";

/** The trigger node's config as publishing stored it: the compiler has checked it, reading it back only names its fields. */
const triggerConfigSchema = z
  .object({
    on: z.enum(["manual", "http", "schedule", "event"]),
    respond: z.enum(["sync", "async"]).exactOptional(),
    auth: z.enum(["key", "none"]).exactOptional(),
    cron: z.string().exactOptional(),
    timezone: z.string().exactOptional(),
    input: z.record(z.string(), jsonSchema).exactOptional(),
  })
  .catchall(jsonSchema);
export type TriggerConfig = z.infer<typeof triggerConfigSchema>;

/** Throws when the stored config is not a trigger's: our own mistake. */
export function parseTriggerConfig(stored: unknown): TriggerConfig {
  return triggerConfigSchema.parse(stored);
}

/** A draft's config, which nobody has checked; undefined when it is not a trigger's. */
export function readTriggerConfig(config: unknown): TriggerConfig | undefined {
  return triggerConfigSchema.safeParse(config).data;
}
