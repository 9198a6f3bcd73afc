import { z } from "zod";
import { defineOperation } from "./operation.ts";
import { runTimeline, stepDetails } from "./run-schemas.ts";
import { errorBody, runDetails, runPage, runStatus, startedRun, wait } from "./schemas.ts";

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,199}$/, "is not a workflow's name.");
const documentId = z.string().regex(/^wfl_[A-Za-z0-9_-]{1,60}$/, "is not a workflow's id.");
const id = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/, "is not an id.");
const idParams = z.object({ id });
const failed = (description: string) => ({ description, schema: errorBody });

/** The operations on runs. */
export const runOperations = {
  listRuns: defineOperation({
    id: "listRuns",
    method: "GET",
    path: "/api/runs",
    summary: "Runs, newest first.",
    access: "read",
    query: z.object({
      status: runStatus.optional(),
      workflow: name.optional(),
      document: documentId.optional().meta({ description: "A workflow's id." }),
      trigger: z.enum(["http", "manual", "schedule", "event", "child", "test"]).optional(),
      version: z.coerce.number().pipe(z.int().min(1)).optional(),
      from: z.iso.datetime({ offset: true }).optional().meta({ description: "Started at this instant or later." }),
      to: z.iso.datetime({ offset: true }).optional().meta({ description: "Started before this instant." }),
      text: z.string().trim().min(1).max(200).optional().meta({ description: "In its id, its error or its input." }),
      limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
      cursor: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,200}$/, "is not a cursor of ours.")
        .optional(),
    }),
    replies: { 200: { description: "One page of runs.", schema: runPage }, 400: failed("A filter is not valid.") },
  }),
  showRun: defineOperation({
    id: "showRun",
    method: "GET",
    path: "/api/runs/{id}",
    summary: "One run: status, steps, waits, result.",
    access: "read",
    params: idParams,
    replies: { 200: { description: "The run.", schema: runDetails }, 404: failed("No such run.") },
  }),
  runEvents: defineOperation({
    id: "runEvents",
    method: "GET",
    path: "/api/runs/{id}/events",
    summary: "The run's changes as server-sent events, from the start or after `Last-Event-ID`, until it ends.",
    access: "read",
    params: idParams,
    headers: z.object({ "last-event-id": z.string().max(200).optional() }),
    replies: {
      200: {
        description: "Events `run`, `step` and `wait` with JSON data; the stream closes after the run's end.",
        contentType: "text/event-stream",
      },
      404: failed("No such run."),
    },
  }),
  cancelRun: defineOperation({
    id: "cancelRun",
    method: "POST",
    path: "/api/runs/{id}/cancel",
    summary: "Cancel a run: nothing new starts, sleeps and waits end, calls in flight are aborted.",
    access: "run",
    params: idParams,
    replies: {
      200: { description: "The run as it is now.", schema: runDetails },
      404: failed("No such run."),
      409: failed("The run has ended."),
    },
  }),
  answerRun: defineOperation({
    id: "answerRun",
    method: "POST",
    path: "/api/runs/{id}/answers/{node}",
    summary: "Answer an approval (`{ approved, by?, comment? }`) or send an event (any JSON) to a node that waits.",
    access: "run",
    params: z.object({ id, node: name }),
    body: z.unknown(),
    replies: { 200: { description: "Answered.", schema: wait }, 404: failed("Nothing waits there."), 400: failed("Not an answer.") },
  }),
  showTimeline: defineOperation({
    id: "showTimeline",
    method: "GET",
    path: "/api/runs/{id}/timeline",
    summary: "What a run did and is doing: steps and waits with their times, large values left out.",
    access: "read",
    params: idParams,
    replies: { 200: { description: "The run.", schema: runTimeline }, 404: failed("No such run.") },
  }),
  showStep: defineOperation({
    id: "showStep",
    method: "GET",
    path: "/api/runs/{id}/steps/{step}",
    summary: "One step whole: input, output, attempts, logs.",
    access: "read",
    params: z.object({ id, step: z.string().regex(/^[A-Za-z0-9_:.-]{1,300}$/, "is not a step's id.") }),
    replies: { 200: { description: "The step.", schema: stepDetails }, 404: failed("No such run or step.") },
  }),
  showRunTest: defineOperation({
    id: "showRunTest",
    method: "GET",
    path: "/api/runs/{id}/test",
    summary:
      "A finished run as a Vitest file of an exported project: its steps answer as they did, its calls and result are asserted. Without secrets.",
    access: "read",
    params: idParams,
    replies: {
      200: { description: "The file.", contentType: "text/plain" },
      404: failed("No such run."),
      409: failed("It has not ended by itself, or its workflow does something else each time."),
      422: failed("What it ran has errors now."),
    },
  }),
  rerunRun: defineOperation({
    id: "rerunRun",
    method: "POST",
    path: "/api/runs/{id}/rerun",
    summary: "Run again with the same input: from the start, or from where it failed without repeating what was completed.",
    access: "run",
    params: idParams,
    body: z.strictObject({
      from: z.enum(["start", "failed"]).default("start"),
      version: z.enum(["same", "live"]).default("same").meta({ description: "The version it ran, or the one that is live now." }),
    }),
    replies: {
      200: { description: "The new run.", schema: startedRun },
      404: failed("No such run."),
      409: failed("It is still going, or did not fail."),
    },
  }),
  wakeRun: defineOperation({
    id: "wakeRun",
    method: "POST",
    path: "/api/runs/{id}/wake",
    summary: "End the run's sleep now. An approval's timeout is no sleep.",
    access: "run",
    params: idParams,
    body: z.strictObject({ wait: z.string().max(300).exactOptional().meta({ description: "Which sleep; all when left out." }) }),
    replies: {
      200: { description: "Awake.", schema: z.object({ id: z.string(), woken: z.int() }) },
      404: failed("No such run."),
      409: failed("It does not sleep."),
    },
  }),
  watchRuns: defineOperation({
    id: "watchRuns",
    method: "GET",
    path: "/api/runs/changes",
    summary: "Changes of the workspace's runs as server-sent events, from now on.",
    access: "read",
    replies: { 200: { description: "Events `run` with JSON data `{ id, document, status }`.", contentType: "text/event-stream" } },
  }),
} as const;
