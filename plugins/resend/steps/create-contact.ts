import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { CreateContactInput, CreateContactOutput } from "../types.generated.ts";

/** Adds somebody who gets broadcasts, to segments too if you like. */
export async function createContact({ segments, ...input }: CreateContactInput, options: StepOptions = {}): Promise<CreateContactOutput> {
  "use step";
  const groups = segments === undefined ? {} : { segments: segments.map((id) => ({ id })) };
  return resend.send({ path: "/contacts", json: { ...input, ...groups } }, options);
}
