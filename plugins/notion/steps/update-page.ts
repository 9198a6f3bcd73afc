import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { encodeProperties, titleProperty } from "../encode-properties.ts";
import { notionId } from "../notion-id.ts";
import type { PageAnswer } from "../pages.ts";
import { emojiIcon, presentPage } from "../pages.ts";
import type { UpdatePageInput, UpdatePageOutput } from "../types.generated.ts";

/** Changes the title or properties of a page. */
export async function updatePage<T = Loose>(input: UpdatePageInput, options: StepOptions = {}): Promise<UpdatePageOutput<T>> {
  "use step";
  const { title, properties, icon } = input;
  const place = path`/v1/pages/${notionId(input.page_id)}`;
  // The page itself tells what its properties are.
  const { properties: types } = await notion.send<PageAnswer>({ path: place }, options);
  const values = title === undefined ? { ...properties } : { ...properties, [titleProperty(types)]: title };
  const json = { properties: encodeProperties(values, types), icon: emojiIcon(icon) };
  return presentPage<T>(await notion.send<PageAnswer>({ method: "PATCH", path: place, json }, options));
}
