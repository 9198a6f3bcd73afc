import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import type { ListLabelsInput, ListLabelsOutput } from "../types.generated.ts";

/** Lists the labels of the account. */
export async function listLabels(_: ListLabelsInput, options: StepOptions = {}): Promise<ListLabelsOutput> {
  "use step";
  const { labels = [] } = await gmail.send<Partial<ListLabelsOutput>>({ path: "/gmail/v1/users/me/labels" }, options);
  return { labels: labels.map(({ id, name, type }) => ({ id, name, type })) };
}
