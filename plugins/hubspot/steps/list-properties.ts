import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { HubspotList } from "../api.ts";
import { hubspot } from "../api.ts";
import type { ListPropertiesInput, ListPropertiesOutput } from "../types.generated.ts";

/** Lists the properties of a kind of records. */
export async function listProperties({ objectType }: ListPropertiesInput, options: StepOptions = {}): Promise<ListPropertiesOutput> {
  "use step";
  const { results } = await hubspot.send<HubspotList<ListPropertiesOutput["properties"][number]>>(
    { path: path`/crm/properties/2026-09/${objectType}` },
    options,
  );
  return {
    properties: results.map(({ name, label, type, fieldType, options: choices }) => ({
      name,
      label,
      type,
      fieldType,
      options: choices.map((choice) => ({ label: choice.label, value: choice.value })),
    })),
  };
}
