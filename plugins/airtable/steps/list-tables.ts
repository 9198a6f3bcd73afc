import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";
import { baseIdOf } from "../base-id.ts";
import type { ListTablesInput, ListTablesOutput } from "../types.generated.ts";

/** A table as Airtable gives it. */
interface TableAnswer {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly primaryFieldId: string;
  readonly fields: readonly { id: string; name: string; type: string; options?: { choices?: readonly { name: string }[] } }[];
  readonly views: readonly { id: string; name: string; type: string }[];
}

/** Lists the tables of a base with their fields and views. */
export async function listTables({ baseId }: ListTablesInput, options: StepOptions = {}): Promise<ListTablesOutput> {
  "use step";
  const place = path`/v0/meta/bases/${baseIdOf(baseId)}/tables`;
  const { tables } = await airtable.send<{ tables: readonly TableAnswer[] }>({ path: place }, options);
  return {
    tables: tables.map((table) => ({
      id: table.id,
      name: table.name,
      description: table.description ?? null,
      primaryFieldId: table.primaryFieldId,
      fields: table.fields.map((field) => ({
        id: field.id,
        name: field.name,
        type: field.type,
        choices: (field.options?.choices ?? []).map(({ name }) => name),
      })),
      views: table.views.map(({ id, name, type }) => ({ id, name, type })),
    })),
  };
}
