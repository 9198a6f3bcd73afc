import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import type { PageAnswer } from "../pages.ts";
import { presentPage } from "../pages.ts";
import type { GetPageInput, GetPageOutput } from "../types.generated.ts";

/** Reads the title and the properties of a page. */
export async function getPage<T = Loose>(input: GetPageInput, options: StepOptions = {}): Promise<GetPageOutput<T>> {
  "use step";
  return presentPage<T>(await notion.send<PageAnswer>({ path: path`/v1/pages/${notionId(input.page_id)}` }, options));
}
