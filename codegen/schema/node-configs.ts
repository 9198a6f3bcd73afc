import { z } from "zod";
import type { Catalog } from "../catalog.ts";
import { findCronProblem, isTimeZone } from "./cron.ts";
import { jsonSchema } from "./json.ts";
import { DURATION } from "./patterns.ts";

const durationHint = 'a duration such as "30s", "10m", "2h" or "1d"';
const duration = z.string().regex(DURATION, `expected ${durationHint}`);
const jsonObject = z.record(z.string(), jsonSchema);
const portName = z.string().min(1, "expected a name").max(200, "expected at most 200 characters");
const cron = z.string().superRefine((text, context) => {
  const problem = findCronProblem(text);
  if (problem) context.addIssue({ code: "custom", message: `the schedule ${problem}` });
});
const timezone = z.string().refine(isTimeZone, 'expected a time zone such as "Europe/Berlin"');

const triggerConfig = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("manual"), input: jsonObject.optional() }),
  z.strictObject({
    on: z.literal("http"),
    input: jsonObject.optional(),
    respond: z.enum(["sync", "async"]).optional(),
    auth: z.enum(["key", "none"]).optional(),
  }),
  z.strictObject({ on: z.literal("schedule"), cron, timezone: timezone.optional(), input: jsonObject.optional() }),
  z.strictObject({
    on: z.literal("event"),
    service: z.string().min(1),
    event: z.string().min(1),
    input: jsonObject.optional(),
  }),
]);

const sleepConfig = z.union([
  z.strictObject({ for: duration }),
  z.strictObject({ until: z.iso.datetime({ offset: true, local: true }).or(z.iso.date()) }),
]);

/** The shapes of the built-in kinds' configs. A `Map`, so that a kind called `__proto__` is simply unknown. */
export const builtInConfigs: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["trigger", triggerConfig],
  ["code", z.strictObject({ source: z.string(), inputs: jsonObject.optional() })],
  ["control.if", z.strictObject({ when: z.string() })],
  ["control.switch", z.strictObject({ cases: z.array(z.strictObject({ port: portName, when: z.string() })) })],
  [
    "control.forEach",
    z.strictObject({
      items: z.array(jsonSchema),
      as: z.string(),
      concurrency: z.int().min(1).optional(),
      collect: jsonSchema.optional(),
    }),
  ],
  ["control.repeat", z.strictObject({ until: z.string(), max: z.int().min(1), every: duration.optional() })],
  ["control.sleep", sleepConfig],
  ["control.approval", z.strictObject({ message: z.string(), timeout: duration.optional(), notify: jsonSchema.optional() })],
  ["control.waitForEvent", z.strictObject({ timeout: duration.optional() })],
  ["control.call", z.strictObject({ workflow: z.string(), input: jsonSchema.optional() })],
  ["control.set", z.strictObject({ fields: jsonObject })],
  [
    "control.return",
    z.strictObject({
      value: jsonSchema.optional(),
      status: z.int().min(200).max(599).optional(),
      headers: z.record(z.string(), z.string()).optional(),
    }),
  ],
  ["control.fail", z.strictObject({ message: z.string() })],
  ["note", z.strictObject({ text: z.string().optional() })],
]);

/** The shape of a kind's config: a built-in one's, or an action's own; undefined when there is no such kind. */
export function configSchema(kind: string, catalog: Catalog): z.ZodType | undefined {
  return builtInConfigs.get(kind) ?? catalog.actions.get(kind)?.input;
}
