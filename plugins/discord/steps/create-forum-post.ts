import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { CreateForumPostInput, CreateForumPostOutput } from "../types.generated.ts";

/** Opens a thread in a forum channel, with its first message. */
export async function createForumPost(
  { channel_id, ...input }: CreateForumPostInput,
  options: StepOptions = {},
): Promise<CreateForumPostOutput> {
  "use step";
  return discord.send({ path: path`/channels/${channel_id}/threads`, json: input }, options);
}
