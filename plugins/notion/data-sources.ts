import { fatal } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import { path } from "../kit/path.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { notion } from "./api.ts";
import { notionId } from "./notion-id.ts";
import type { RichText } from "./rich-text.ts";

/** A data source as Notion gives it: a table of pages, with what each column is. */
export interface DataSourceAnswer {
  readonly id: string;
  readonly url: string;
  readonly title?: readonly RichText[];
  readonly parent: { readonly type: string; readonly database_id?: string };
  readonly properties: Readonly<Record<string, { readonly id: string; readonly type: string; readonly [type: string]: Loose }>>;
  readonly last_edited_time?: string;
}

/** Which data source a form means: by its own id, or by the database that holds it. */
export interface DataSourceChoice {
  readonly data_source_id?: string | undefined;
  readonly database_id?: string | undefined;
}

/** The id of the data source. A database has one as a rule; throws a FatalError that names them when it has several. */
export async function findDataSource({ data_source_id, database_id }: DataSourceChoice, options: StepOptions): Promise<string> {
  if (data_source_id !== undefined) return notionId(data_source_id);
  if (database_id === undefined) throw fatal("Name the database, or the data source in it.", { name: "InvalidInput" });
  const { data_sources: sources } = await notion.send<{ data_sources: readonly { id: string; name: string }[] }>(
    { path: path`/v1/databases/${notionId(database_id)}` },
    options,
  );
  const [only, ...others] = sources;
  if (only && others.length === 0) return only.id;
  const names = sources.map(({ id, name }) => `${name} (${id})`).join(", ");
  throw fatal(`The database has ${sources.length} data sources, so name one of them: ${names || "none"}.`, { name: "InvalidInput" });
}

/** The data source with its columns. */
export function readDataSource(id: string, options: StepOptions): Promise<DataSourceAnswer> {
  return notion.send({ path: path`/v1/data_sources/${id}` }, options);
}
