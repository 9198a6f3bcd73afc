import { isDeepStrictEqual } from "node:util";
import { triggerInputSchema } from "../../codegen/schema/trigger-input.ts";
import { invalidInput } from "../api/parse-input.ts";
import { AppError } from "../errors.ts";
import { identify, WORKSPACE_HEADER } from "../auth/identify.ts";
import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import type { Access } from "../keys/access.ts";
import { requireWorkflow } from "../keys/access.ts";
import { keyIsMissing, rememberedWorkspace } from "../keys/authenticate.ts";
import { findRunInput } from "../runs/store.ts";
import type { Server } from "../running-server.ts";
import { serverOf } from "../running-server.ts";
import { workflowNotFound } from "../workflows/find-workflow.ts";
import type { LiveWorkflow } from "../workflows/store.ts";
import { findLiveWorkflow } from "../workflows/store.ts";
import { checkInput } from "./check-input.ts";
import { manualInput } from "./manual-input.ts";
import { maxPayload, readPayload, requestFacts } from "./read-payload.ts";
import { workflowResponse } from "./workflow-response.ts";

const SYNC_TIMEOUT_MS = 25_000;

export interface TriggerCall {
  readonly workflow: string;
  /** Whose workflow it is, where the address says so. */
  readonly workspaceId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** How long a `sync` caller is kept before it is told where to look, in milliseconds; default 25 seconds. */
  readonly patience?: number;
  /** Makes a path absolute. */
  readonly url: (path: string) => string;
}

/**
 * Starts a run of a workflow's live version for an HTTP caller: its key, rate, body and input are checked first. An `http` workflow that
 * responds `sync` is answered with its own response, within 25 seconds; everything else with 202 and the run's address.
 */
export async function triggerWorkflow(unbound: Server, request: Request, call: TriggerCall): Promise<Response> {
  const workflow = await admit(unbound, request, call);
  const server = serverOf(unbound, workflow.workspaceId);
  const input = await readInput(request, workflow);
  const { runId, created } = await server.engine.start({
    workspaceId: workflow.workspaceId,
    versionId: workflow.versionId,
    input,
    trigger: workflow.trigger.on === "http" ? "http" : "manual",
    // Callers' keys and the engine's own, such as a schedule's times, never meet.
    ...(call.idempotencyKey === undefined ? {} : { idempotencyKey: `http:${call.idempotencyKey}` }),
  });
  if (!created) await requireSameInput(server, runId, input);
  const isSync = workflow.trigger.on === "http" && workflow.trigger.respond !== "async";
  return isSync ? answerWhenEnded(server, runId, call) : accepted(runId, "pending", call.url);
}

/** Finds the workflow and checks that this caller may start it now. */
async function admit(server: Server, request: Request, call: TriggerCall): Promise<LiveWorkflow> {
  if (request.headers.has("authorization") || request.headers.has(WORKSPACE_HEADER)) return admitKnown(server, request, call);
  const workflow = await findIn(server, call.workspaceId ?? DEFAULT_WORKSPACE_ID, call.workflow);
  // Without a key nobody learns which workflows exist.
  if (!workflow || !isOpen(workflow)) throw keyIsMissing();
  requireActive(workflow);
  takeToken(server, `open ${workflow.id}`);
  return workflow;
}

/** Of a caller with a key, or of somebody signed in. */
async function admitKnown(server: Server, request: Request, call: TriggerCall): Promise<LiveWorkflow> {
  // Both at once: a key's workspace is known but the first time.
  const expected = call.workspaceId ?? rememberedWorkspace(request);
  const [access, guessed] = await Promise.all([
    identify(server, request),
    expected === undefined ? undefined : findIn(server, expected, call.workflow),
  ]);
  if (call.workspaceId !== undefined && call.workspaceId !== access.workspaceId) throw workflowNotFound(call.workflow);
  const workflow = expected === access.workspaceId ? guessed : await findIn(server, access.workspaceId, call.workflow);
  if (!workflow) throw workflowNotFound(call.workflow);
  if (!isOpen(workflow)) {
    requireWorkflow(access, workflow);
    requireRun(access);
  }
  requireActive(workflow);
  takeToken(server, access.keyId ?? access.userId ?? workflow.id);
  return workflow;
}

function findIn(server: Server, workspaceId: string, name: string): Promise<LiveWorkflow | undefined> {
  return findLiveWorkflow(server.databaseFor(workspaceId), workspaceId, name);
}

function isOpen({ trigger }: LiveWorkflow): boolean {
  return trigger.on === "http" && trigger.auth === "none";
}

function requireRun(access: Access): void {
  if (access.permissions.has("run")) return;
  throw new AppError("forbidden", "You may look at workflows here, and not run them.", {
    hint: "Ask an owner for another role, or use a key that may run workflows.",
  });
}

function requireActive({ name, archived, enabled }: LiveWorkflow): void {
  if (archived) throw new AppError("not_found", `The workflow ${name} is archived.`, { hint: "It answers again once it is restored." });
  if (!enabled)
    throw new AppError("not_found", `The trigger of ${name} is switched off.`, { hint: "Switch it on where the workflow is edited." });
}

function takeToken(server: Server, caller: string): void {
  const retryAfter = server.rateLimit.take(caller);
  if (retryAfter === 0) return;
  throw new AppError("rate_limited", "Too many calls with this key.", {
    hint: `Wait ${retryAfter} s, then go on more slowly.`,
    details: { retryAfter },
  });
}

/** An `http` run is given the request's parts; any other workflow is run by hand, the body being its input. */
async function readInput(request: Request, { versionId, trigger }: LiveWorkflow): Promise<unknown> {
  const payload = await readPayload(request, maxPayload());
  if (trigger.on !== "http") return manualInput(versionId, trigger, payload);
  const input = { body: payload ?? null, ...requestFacts(request) };
  const problems = checkInput(versionId, triggerInputSchema(trigger), input);
  if (problems.length > 0) throw invalidInput(problems);
  return input;
}

/** A second call with an idempotency key must be the first one again: the same body and query; headers such as a trace id may differ. */
async function requireSameInput(server: Server, runId: string, input: unknown): Promise<void> {
  const first = await findRunInput(server.database, runId);
  if (isDeepStrictEqual(essence(first), essence(input))) return;
  throw new AppError("conflict", "This Idempotency-Key was used with another body.", {
    hint: "Use a new key for a new call; repeat the same body to get the first call's run.",
    details: { run: runId },
  });
}

/** The part of an input that makes two calls the same, as JSON keeps it. */
function essence(input: unknown): unknown {
  const isHttp = typeof input === "object" && input !== null && "headers" in input && "query" in input && "body" in input;
  return JSON.parse(JSON.stringify(isHttp ? { body: input.body, query: input.query } : (input ?? null))) as unknown;
}

async function answerWhenEnded(server: Server, runId: string, { url, patience }: TriggerCall): Promise<Response> {
  const ended = await server.engine.waitForEnd(runId, patience ?? SYNC_TIMEOUT_MS);
  if (!ended) return accepted(runId, "running", url);
  if (ended.status === "completed") return workflowResponse(ended);
  const details = { run: runId, url: url(`/api/runs/${runId}`), node: ended.error?.node ?? null, status: ended.status };
  const message = ended.status === "cancelled" ? "The run was cancelled." : (ended.error?.message ?? "The run failed.");
  throw new AppError("run_failed", message, { hint: "GET the run's url for its steps.", details });
}

function accepted(id: string, status: "pending" | "running", url: TriggerCall["url"]): Response {
  const address = url(`/api/runs/${id}`);
  return Response.json({ run: { id, url: address, status } }, { status: 202, headers: { Location: address, "Weft-Run": id } });
}
