import type { StepOptions } from "../../kit/step-options.ts";
import { connect } from "../connect.ts";
import { readModels } from "../read-models.ts";
import type { ListModelsInput, ListModelsOutput } from "../types.generated.ts";

/** Lists the models of a provider. */
export async function listModels({ provider }: ListModelsInput, options: StepOptions = {}): Promise<ListModelsOutput> {
  "use step";
  return { models: await readModels(await connect(provider, options.connection), options) };
}
