import type { StepOptions } from "../../kit/step-options.ts";
import { elevenLabs } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { voices } = await elevenLabs.send<{ voices: readonly { name?: string }[] }>(
    { path: "/v2/voices", query: { page_size: 1 } },
    options,
  );
  return { account: voices[0]?.name === undefined ? "ElevenLabs, without a voice" : `ElevenLabs, with voices such as ${voices[0].name}` };
}
