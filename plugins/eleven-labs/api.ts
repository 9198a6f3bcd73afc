import { defineApi } from "../kit/api.ts";
import type { Loose } from "../kit/loose.ts";
import { elevenLabsCredential } from "./credential.ts";

/** ElevenLabs' HTTP API. */
export const elevenLabs = defineApi({
  label: "ElevenLabs",
  credential: elevenLabsCredential,
  baseUrl: "https://api.elevenlabs.io",
  authorize: ({ token = "" }, { headers }) => headers.set("xi-api-key", token),
  readError: ({ detail }) => ({ message: readDetail(detail) }),
});

/** Sound takes the service about as long as it lasts. */
export const TIMEOUT = "5m";

/** A sentence, an object with a message, or a list of what is wrong with the fields. */
function readDetail(detail: Loose): string | undefined {
  if (!Array.isArray(detail)) return detail?.message ?? detail;
  return detail.map(({ loc, msg }: Loose) => [Array.isArray(loc) ? loc.join(".") : undefined, msg].filter(Boolean).join(": ")).join("; ");
}
