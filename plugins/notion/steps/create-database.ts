import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import { emojiIcon } from "../pages.ts";
import { toRichText } from "../rich-text.ts";
import type { CreateDatabaseInput, CreateDatabaseOutput } from "../types.generated.ts";

/** Makes a database below a page. */
export async function createDatabase(input: CreateDatabaseInput, options: StepOptions = {}): Promise<CreateDatabaseOutput> {
  "use step";
  const { title, properties, is_inline, icon } = input;
  const columns = Object.entries(properties).map(([name, kind]) => [name, columnOf(kind)] as const);
  const json = {
    parent: { type: "page_id", page_id: notionId(input.page_id) },
    title: toRichText(title),
    is_inline,
    icon: emojiIcon(icon),
    initial_data_source: { properties: Object.fromEntries(columns) },
  };
  const made = await notion.send<{ id: string; url: string; data_sources: readonly { id: string }[] }>(
    { path: "/v1/databases", json },
    options,
  );
  return { id: made.id, url: made.url, data_source_id: made.data_sources[0]?.id ?? "" };
}

/** A type, a list of choices, or a property as Notion's own API writes it. */
function columnOf(kind: unknown): object {
  if (typeof kind === "string") return { [kind]: {} };
  if (Array.isArray(kind)) return { select: { options: kind.map((name) => ({ name: String(name) })) } };
  if (typeof kind === "object" && kind !== null) return kind;
  throw fatal("A property of a database is a type such as number, or a list of choices.", { name: "InvalidInput" });
}
