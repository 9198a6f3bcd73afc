import type { AiEvent, GenerateRequest } from "../api/ai-schemas.ts";
import type { Access } from "../keys/access.ts";
import { describeRun } from "./describe-run.ts";
import { LONGEST_MS } from "./failures.ts";
import { Generation } from "./generation.ts";
import type { DocumentAiHost } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import { searchCatalog } from "./search-catalog.ts";

/** Of the catalog's part of the prompt, as estimated. */
const CATALOG_TOKENS = 6_000;
const LONGEST_QUERY = 4_000;

/**
 * Asks a model for a change of a document, and gives what it says as events: operations as they come, each checked and applied to a draft, then what
 * the compiler says, which goes back to the model up to three times, and at last a proposal. Nothing is stored. Throws, before anything is asked,
 * `not_configured`, `budget_exhausted`, `invalid_graph` and `not_found` for the run.
 */
export async function generateWorkflow(
  server: DocumentAiHost,
  access: Access,
  request: GenerateRequest,
  gone: AbortSignal,
): Promise<AsyncGenerator<AiEvent, void, undefined>> {
  const prepared = await prepare(server, access, request.graph);
  const run = request.run === undefined ? undefined : await describeRun(server, access, request.run, prepared.fence);
  const catalog = searchCatalog(prepared.context.catalog, {
    words: [request.prompt, run ?? ""].join("\n").slice(0, LONGEST_QUERY),
    graph: prepared.graph,
    connected: new Set(prepared.connections.map(({ service }) => service)),
    budget: CATALOG_TOKENS,
  });
  const signal = AbortSignal.any([gone, AbortSignal.timeout(LONGEST_MS)]);
  return new Generation(server, access, prepared, { request, run, catalog }).run(signal, gone);
}
