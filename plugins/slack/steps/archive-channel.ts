import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { ArchiveChannelInput, ArchiveChannelOutput } from "../types.generated.ts";

/** Closes a channel; its messages can still be read. */
export async function archiveChannel(input: ArchiveChannelInput, options: StepOptions = {}): Promise<ArchiveChannelOutput> {
  "use step";
  await callSlack("conversations.archive", input, options);
  return { ok: true };
}
