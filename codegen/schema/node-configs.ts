import { z } from "zod";
import type { Json } from "./json.ts";
import { jsonSchema } from "./json.ts";
import { DURATION } from "./graph.ts";
import { findCronProblem, isTimeZone } from "./cron.ts";

/** How a string in a config is read: a value that may hold `{{ }}`, a bare expression, or text as it stands. */
export type FieldForm = "template" | "expression" | "verbatim";

/** A path in a config, `*` standing for any index or key, and the form of every string at or below it. */
interface FieldRule {
  readonly path: readonly string[];
  readonly form: FieldForm;
}

/** What a kind of node is to the compiler, apart from its config's shape. */
export interface KindFacts {
  /** `trigger`; `step`: durable, can fail; `container`; `choice`: decides by a condition; `wait`; `pure`; `end`; `note`. */
  readonly role: "trigger" | "step" | "container" | "choice" | "wait" | "pure" | "end" | "note";
  readonly config: z.ZodType;
  /** In the order the emitter and the canvas show them. Reads any config, valid or not. */
  readonly ports: (config: Readonly<Record<string, Json>>) => readonly string[];
  /** Whether the node's id names a value that later expressions can read. */
  readonly binds: (config: Readonly<Record<string, Json>>) => boolean;
  /** Forms that are not `template`, the form of every other string. */
  readonly fields: readonly FieldRule[];
  readonly takesPolicy: boolean;
  readonly takesConnection: boolean;
}

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

const always = (): boolean => true;
const never = (): boolean => false;
const outOnly = (): readonly string[] => ["out"];
const outAndError = (): readonly string[] => ["out", "error"];
const noPorts = (): readonly string[] => [];

const plain = { fields: [], takesPolicy: false, takesConnection: false };

/** What every plugin action shares; its config's shape is the catalog's. */
export const actionFacts: Omit<KindFacts, "config"> = {
  role: "step",
  ports: outAndError,
  binds: always,
  fields: [],
  takesPolicy: true,
  takesConnection: true,
};

/** The built-in kinds. A `Map`, so that a kind called `__proto__` is simply unknown. */
export const builtInKinds: ReadonlyMap<string, KindFacts> = new Map<string, KindFacts>([
  [
    "trigger",
    { ...plain, role: "trigger", config: triggerConfig, ports: outOnly, binds: always, fields: [{ path: [], form: "verbatim" }] },
  ],
  [
    "code",
    {
      role: "step",
      config: z.strictObject({ source: z.string(), inputs: jsonObject.optional() }),
      ports: outAndError,
      binds: always,
      fields: [{ path: ["source"], form: "verbatim" }],
      takesPolicy: true,
      takesConnection: false,
    },
  ],
  [
    "control.if",
    {
      ...plain,
      role: "choice",
      config: z.strictObject({ when: z.string() }),
      ports: () => ["true", "false"],
      binds: never,
      fields: [{ path: ["when"], form: "expression" }],
    },
  ],
  [
    "control.switch",
    {
      ...plain,
      role: "choice",
      config: z.strictObject({ cases: z.array(z.strictObject({ port: portName, when: z.string() })) }),
      ports: (config) => [...new Set([...readCasePorts(config), "default"])],
      binds: never,
      fields: [
        { path: ["cases", "*", "when"], form: "expression" },
        { path: ["cases", "*", "port"], form: "verbatim" },
      ],
    },
  ],
  [
    "control.forEach",
    {
      ...plain,
      role: "container",
      config: z.strictObject({
        items: z.array(jsonSchema),
        as: z.string(),
        concurrency: z.int().min(1).optional(),
        collect: jsonSchema.optional(),
      }),
      ports: outAndError,
      binds: (config) => config["collect"] !== undefined,
      fields: [{ path: ["as"], form: "verbatim" }],
    },
  ],
  [
    "control.repeat",
    {
      ...plain,
      role: "container",
      config: z.strictObject({ until: z.string(), max: z.int().min(1), every: duration.optional() }),
      ports: outAndError,
      binds: always,
      fields: [{ path: ["until"], form: "expression" }],
    },
  ],
  ["control.sleep", { ...plain, role: "wait", config: sleepConfig, ports: outOnly, binds: never }],
  [
    "control.approval",
    {
      ...plain,
      role: "wait",
      config: z.strictObject({ message: z.string(), timeout: duration.optional(), notify: jsonSchema.optional() }),
      ports: () => ["approved", "rejected", "timeout"],
      binds: always,
    },
  ],
  [
    "control.waitForEvent",
    {
      ...plain,
      role: "wait",
      config: z.strictObject({ timeout: duration.optional() }),
      ports: () => ["out", "timeout"],
      binds: always,
    },
  ],
  [
    "control.call",
    {
      role: "step",
      config: z.strictObject({ workflow: z.string(), input: jsonSchema.optional() }),
      ports: outAndError,
      binds: always,
      fields: [{ path: ["workflow"], form: "verbatim" }],
      takesPolicy: true,
      takesConnection: false,
    },
  ],
  ["control.set", { ...plain, role: "pure", config: z.strictObject({ fields: jsonObject }), ports: outOnly, binds: always }],
  [
    "control.return",
    {
      ...plain,
      role: "end",
      config: z.strictObject({
        value: jsonSchema.optional(),
        status: z.int().min(200).max(599).optional(),
        headers: z.record(z.string(), z.string()).optional(),
      }),
      ports: noPorts,
      binds: never,
    },
  ],
  ["control.fail", { ...plain, role: "end", config: z.strictObject({ message: z.string() }), ports: noPorts, binds: never }],
  [
    "note",
    {
      ...plain,
      role: "note",
      config: z.strictObject({ text: z.string().optional() }),
      ports: noPorts,
      binds: never,
      fields: [{ path: [], form: "verbatim" }],
    },
  ],
]);

function readCasePorts(config: Readonly<Record<string, Json>>): string[] {
  const cases = config["cases"];
  if (!Array.isArray(cases)) return [];
  return cases.flatMap((item) => {
    const port = item !== null && typeof item === "object" && !Array.isArray(item) ? item["port"] : undefined;
    return typeof port === "string" ? [port] : [];
  });
}
