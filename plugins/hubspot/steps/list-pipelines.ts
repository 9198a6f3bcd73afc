import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { HubspotList } from "../api.ts";
import { hubspot } from "../api.ts";
import type { ListPipelinesInput, ListPipelinesOutput } from "../types.generated.ts";

/** Lists the pipelines of deals or tickets with their stages. */
export async function listPipelines({ objectType }: ListPipelinesInput, options: StepOptions = {}): Promise<ListPipelinesOutput> {
  "use step";
  const { results } = await hubspot.send<HubspotList<ListPipelinesOutput["pipelines"][number]>>(
    { path: path`/crm/pipelines/2026-09/${objectType}` },
    options,
  );
  const pipelines = results.map(({ id, label, stages }) => ({
    id,
    label,
    stages: stages.map((stage) => ({ id: stage.id, label: stage.label })),
  }));
  return { pipelines };
}
