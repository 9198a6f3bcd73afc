import type { StepOptions } from "../../kit/step-options.ts";
import { findDataSource, readDataSource } from "../data-sources.ts";
import { plainText } from "../rich-text.ts";
import type { GetDatabaseInput, GetDatabaseOutput } from "../types.generated.ts";

/** Reads which properties the pages of a database have. */
export async function getDatabase(input: GetDatabaseInput, options: StepOptions = {}): Promise<GetDatabaseOutput> {
  "use step";
  const { id, title, url, parent, properties } = await readDataSource(await findDataSource(input, options), options);
  return {
    id,
    title: plainText(title),
    url,
    database_id: parent.database_id ?? null,
    properties: Object.entries(properties).map(([name, property]) => ({
      id: property.id,
      name,
      type: property.type,
      options: (property[property.type]?.options ?? []).map((option: { name: string }) => option.name),
    })),
  };
}
