import { z } from "zod";
import { runSummary } from "./schemas.ts";

/** The shapes the API answers with about what a run did, for people who watch it: no large values, those are asked for one by one. */

const instant = z.iso.datetime({ offset: true });
const failure = z.object({ message: z.string(), name: z.string().optional(), status: z.int().optional() });

/** A value of a run, cut when it is large. */
export const cutValue = z
  .object({
    value: z.unknown().optional().meta({ description: "Absent when it is larger than 16 kB; ask for the step then." }),
    bytes: z.int().meta({ description: "Of its JSON." }),
  })
  .meta({ id: "CutValue" });
export type CutValue = z.infer<typeof cutValue>;

const usage = z
  .object({
    inputTokens: z.int(),
    outputTokens: z.int(),
    model: z.string().nullable(),
    cost: z.number().nullable().meta({ description: "US dollars, when the model's price is known." }),
  })
  .meta({ id: "Usage" });
export type Usage = z.infer<typeof usage>;

export const timelineStep = z
  .object({
    id: z.string().meta({ description: "`step_<node>_<n>`; of a wait, its own." }),
    node: z.string(),
    label: z.string(),
    kind: z.string(),
    type: z.enum(["step", "sleep", "approval", "event", "child"]),
    status: z.enum(["pending", "running", "retrying", "waiting", "completed", "failed", "cancelled"]),
    attempt: z.int(),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    durationMs: z.number().nullable(),
    error: failure.nullable(),
    retryAt: instant.nullable().meta({ description: "When a failed attempt is tried again." }),
    until: instant.nullable().meta({ description: "When a sleep or a timeout ends." }),
    childRun: z.string().nullable(),
    reused: z.boolean().meta({ description: "Taken from the run that this one repeats, or from a pin: not run again." }),
    preview: z.string().nullable().meta({ description: "The start of the output, one line of at most 120 characters." }),
    usage: usage.nullable(),
    wait: z
      .object({
        message: z.string().nullable(),
        url: z.string().exactOptional().meta({ description: "One-time address; only for who may answer." }),
      })
      .nullable(),
  })
  .meta({ id: "TimelineStep" });
export type TimelineStep = z.infer<typeof timelineStep>;

export const runTimeline = z
  .object({
    run: runSummary.extend({
      document: z.string().meta({ description: "The workflow's id." }),
      title: z.string(),
      parent: z.string().nullable(),
      rerunOf: z.string().nullable(),
      input: cutValue,
      result: cutValue.nullable(),
    }),
    steps: z.array(timelineStep).meta({ description: "In the order they began; waits among them." }),
    skipped: z.array(z.string()).meta({ description: "Nodes that an ended run did not reach." }),
    usage: usage.nullable().meta({ description: "Of all steps together; null when none used a model." }),
  })
  .meta({ id: "RunTimeline" });
export type RunTimeline = z.infer<typeof runTimeline>;

const logLine = z.object({ level: z.enum(["log", "warn", "error"]), text: z.string() }).meta({ id: "LogLine" });

export const stepDetails = timelineStep
  .extend({
    input: z.unknown(),
    output: z.unknown(),
    attempts: z.array(
      z.object({
        number: z.int(),
        startedAt: instant,
        endedAt: instant.nullable(),
        error: failure.nullable(),
        logs: z.array(logLine).exactOptional(),
      }),
    ),
    logs: z.array(logLine).meta({ description: "What a code step printed in its last attempt." }),
  })
  .meta({ id: "StepDetails" });
export type StepDetails = z.infer<typeof stepDetails>;
