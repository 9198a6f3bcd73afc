import { fatal } from "../../kit/failure.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { HubspotList } from "../api.ts";
import { hubspot } from "../api.ts";
import type { RecordAnswer } from "../records.ts";
import { encodeProperties, presentRecord } from "../records.ts";
import type { UpsertContactInput, UpsertContactOutput } from "../types.generated.ts";

/** Changes the contact with an e-mail address, or makes it. */
export async function upsertContact<T = Loose>(input: UpsertContactInput, options: StepOptions = {}): Promise<UpsertContactOutput<T>> {
  "use step";
  const { properties, ...fields } = input;
  const json = { inputs: [{ idProperty: "email", id: fields.email, properties: encodeProperties({ ...fields, ...properties }) }] };
  const { results } = await hubspot.send<HubspotList<RecordAnswer & { new?: boolean }>>(
    { path: "/crm/objects/2026-09/contacts/batch/upsert", json },
    options,
  );
  const [contact] = results;
  if (!contact) throw fatal("HubSpot did not say which contact it wrote.", { name: "HttpError" });
  return { ...presentRecord<T>(contact), new: contact.new ?? false };
}
