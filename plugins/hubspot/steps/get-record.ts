import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { hubspot } from "../api.ts";
import type { RecordAnswer } from "../records.ts";
import { presentRecord } from "../records.ts";
import type { GetRecordInput, GetRecordOutput } from "../types.generated.ts";

/** A record with its ties; HubSpot repeats a record that is tied in several ways. */
interface TiedRecord extends RecordAnswer {
  readonly associations?: Readonly<Record<string, { readonly results: readonly { readonly id: string }[] }>>;
}

/** Reads a record. */
export async function getRecord<T = Loose>(input: GetRecordInput, options: StepOptions = {}): Promise<GetRecordOutput<T>> {
  "use step";
  const { objectType, id, idProperty, properties, associations } = input;
  const query = { idProperty, properties: properties?.join(","), associations: associations?.join(",") };
  const record = await hubspot.send<TiedRecord>({ path: path`/crm/objects/2026-09/${objectType}/${id}`, query }, options);
  const ties = Object.entries(record.associations ?? {}).map(([kind, { results }]) => [
    kind,
    [...new Set(results.map((other) => other.id))],
  ]);
  return { ...presentRecord<T>(record), associations: Object.fromEntries(ties) };
}
