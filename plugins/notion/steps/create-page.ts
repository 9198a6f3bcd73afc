import { fatal } from "../../kit/failure.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { findDataSource, readDataSource } from "../data-sources.ts";
import type { PropertyTypes } from "../encode-properties.ts";
import { encodeProperties, titleProperty } from "../encode-properties.ts";
import { notionId } from "../notion-id.ts";
import type { PageAnswer } from "../pages.ts";
import { emojiIcon, presentPage } from "../pages.ts";
import type { CreatePageInput, CreatePageOutput } from "../types.generated.ts";

/** Makes a page in a database or below another page. */
export async function createPage<T = Loose>(input: CreatePageInput, options: StepOptions = {}): Promise<CreatePageOutput<T>> {
  "use step";
  const { title, properties, markdown, icon } = input;
  const { parent, types } = await findParent(input, options);
  const values = title === undefined ? { ...properties } : { ...properties, [titleProperty(types)]: title };
  const json = { parent, properties: encodeProperties(values, types), markdown, icon: emojiIcon(icon) };
  return presentPage<T>(await notion.send<PageAnswer>({ path: "/v1/pages", json }, options));
}

/** Where the page goes, and which properties it can have there. */
async function findParent(input: CreatePageInput, options: StepOptions): Promise<{ parent: object; types: PropertyTypes }> {
  const inTable = input.data_source_id !== undefined || input.database_id !== undefined;
  if (inTable === (input.page_id !== undefined))
    throw fatal("Name either the database that gets the page or the page above it.", { name: "InvalidInput" });
  if (input.page_id !== undefined) {
    return { parent: { type: "page_id", page_id: notionId(input.page_id) }, types: { title: { type: "title" } } };
  }
  const { id, properties } = await readDataSource(await findDataSource(input, options), options);
  return { parent: { type: "data_source_id", data_source_id: id }, types: properties };
}
