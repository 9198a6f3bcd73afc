import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { UpdateItemInput, UpdateItemOutput } from "../types.generated.ts";

/** Changes the fields you give of a CMS item and leaves the others as they are. */
export async function updateItem<T = Loose>(
  { collection_id: collection, item_id: item, live, ...changes }: UpdateItemInput,
  options: StepOptions = {},
): Promise<UpdateItemOutput<T>> {
  "use step";
  const one = path`/collections/${collection}/items/${item}` + (live ? "/live" : "");
  return webflow.send({ method: "PATCH", path: one, json: changes }, options);
}
