import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { OpenModalInput, OpenModalOutput } from "../types.generated.ts";

/** Opens a window with a form for a person who has just pressed a button or used a command. */
export async function openModal(input: OpenModalInput, options: StepOptions = {}): Promise<OpenModalOutput> {
  "use step";
  const { view } = await callSlack<{ view: OpenModalOutput }>("views.open", input, options);
  return view;
}
