import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { CreateSegmentInput, CreateSegmentOutput } from "../types.generated.ts";

/** Creates a group of contacts. */
export async function createSegment(input: CreateSegmentInput, options: StepOptions = {}): Promise<CreateSegmentOutput> {
  "use step";
  return resend.send({ path: "/segments", json: input }, options);
}
