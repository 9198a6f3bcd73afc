import { start } from "workflow/api";
import { answer, json } from "./answers.ts";
import { readInput } from "./read-input.ts";
import { waitForEnd } from "./runs.ts";
import { requireSecret } from "./secrets.ts";
import type { Trigger } from "./trigger.ts";
import { workflowResponse } from "./workflow-response.ts";

/** How long a `sync` caller is kept before it is told where to look. */
const PATIENCE_MS = 25_000;

/** The route that starts a workflow: key, input, and an answer of its own or 202 with the run's address, as its trigger says. */
// oxlint-disable-next-line typescript/no-explicit-any -- each workflow has its own input; readInput has checked it against the schema
export function serveWorkflow(workflow: (input: any) => Promise<unknown>, trigger: Trigger): (request: Request) => Promise<Response> {
  return (request) =>
    answer(async () => {
      if (trigger.on !== "http" || trigger.auth !== "none") requireSecret(request, "WORKFLOWS_API_KEY");
      const input = await readInput(request, trigger);
      const run = await start(workflow, [input]);
      const isSync = trigger.on === "http" && trigger.respond !== "async";
      const ended = isSync ? await waitForEnd(run, PATIENCE_MS) : undefined;
      if (ended) return workflowResponse(run.runId, ended);
      const url = new URL(`/api/runs/${run.runId}`, request.url).href;
      return json({ run: { id: run.runId, url, status: isSync ? "running" : "pending" } }, 202, { Location: url });
    });
}
