import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { UpdateModalInput, UpdateModalOutput } from "../types.generated.ts";

/** Replaces what an open window shows. */
export async function updateModal(input: UpdateModalInput, options: StepOptions = {}): Promise<UpdateModalOutput> {
  "use step";
  const { view } = await callSlack<{ view: UpdateModalOutput }>("views.update", input, options);
  return view;
}
