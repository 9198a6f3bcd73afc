import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListChannelsInput, ListChannelsOutput } from "../types.generated.ts";

/** Lists the channels of the workspace: public ones, and private ones the app is in. */
export async function listChannels(
  { types = ["public_channel", "private_channel"], exclude_archived = true, limit = 100 }: ListChannelsInput,
  options: StepOptions = {},
): Promise<ListChannelsOutput> {
  "use step";
  const query = { types: types.join(","), exclude_archived };
  return { channels: await listPages("conversations.list", "channels", query, limit, options) };
}
