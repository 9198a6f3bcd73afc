import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { generateWorkflow } from "../../lib/ai/generate-workflow.ts";
import type { AiEvent, CallUse } from "../../lib/api/ai-schemas.ts";
import type { Access } from "../../lib/keys/access.ts";
import type { Server } from "../../lib/running-server.ts";
import type { EvalCase } from "./case.ts";
import { checkGraph } from "./check-graph.ts";
import { checkRun } from "./check-run.ts";
import { runProposal } from "./run-proposal.ts";
import type { StubServices } from "./stub-services.ts";

/** What came of one case. */
export interface Outcome {
  readonly id: string;
  readonly passed: boolean;
  /** What was not as expected, in words. */
  readonly problems: readonly string[];
  readonly compiles: boolean;
  readonly repairs: number;
  readonly rejected: number;
  readonly seconds: number;
  readonly use: CallUse;
}

const NO_USE: CallUse = { inputTokens: 0, outputTokens: 0, dollars: null, requests: 0, estimated: false };

/** Asks for one workflow and holds it to what the case expects: its graph, what the compiler says, and each run. */
export async function evaluate(
  server: Server,
  access: Access,
  stubs: StubServices,
  asked: EvalCase,
  before: Graph | undefined,
): Promise<Outcome> {
  const began = performance.now();
  const { prompt, selection } = asked;
  const request = { prompt, ...(before ? { graph: { ...before } } : {}), ...(selection ? { selection } : {}) };
  let use = NO_USE;
  let end: AiEvent | undefined;
  try {
    for await (const event of await generateWorkflow(server, access, request, new AbortController().signal)) {
      if (event.event === "usage") use = event.data;
      end = event;
    }
  } catch (error) {
    return { ...outcomeOf(asked, [`nothing could be asked: ${String(error)}`]), seconds: secondsSince(began), use };
  }
  const seconds = secondsSince(began);
  if (end?.event !== "proposal") {
    const said = end?.event === "error" || end?.event === "refused" ? `${end.event}: ${end.data.message}` : "it ended without a word";
    return { ...outcomeOf(asked, asked.expect.refuses && end?.event === "refused" ? [] : [said]), seconds, use };
  }
  const { code, diagnostics, repairs, rejected, graph: document } = end.data;
  const parsed = parseGraph(document);
  const graph = "graph" in parsed ? parsed.graph : undefined;
  const problems = [
    ...(asked.expect.refuses ? ["it should have been refused"] : []),
    ...(code === null ? [`it does not compile: ${String(diagnostics[0]?.["message"])}`] : []),
    ...(graph ? checkGraph(graph, asked.expect, before) : ["it is no document"]),
  ];
  if (graph && code !== null) {
    for (const [at, run] of asked.runs.entries()) {
      const ran = await runProposal(server, access, graph, stubs, run);
      problems.push(...checkRun(ran, run.expect).map((problem) => `run ${at + 1}: ${problem}`));
    }
  }
  return { ...outcomeOf(asked, problems), compiles: code !== null, repairs, rejected: rejected.length, seconds, use };
}

function outcomeOf({ id }: EvalCase, problems: readonly string[]): Omit<Outcome, "seconds" | "use"> {
  return { id, passed: problems.length === 0, problems, compiles: false, repairs: 0, rejected: 0 };
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 10) / 100;
}
