import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack } from "../api.ts";
import type { GetPermalinkInput, GetPermalinkOutput } from "../types.generated.ts";

/** Gets the address under which people can open a message. */
export async function getPermalink({ channel, message_ts }: GetPermalinkInput, options: StepOptions = {}): Promise<GetPermalinkOutput> {
  "use step";
  return askSlack("chat.getPermalink", { channel, message_ts }, options);
}
