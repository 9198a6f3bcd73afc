import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { GetChatAdministratorsInput, GetChatAdministratorsOutput } from "../types.generated.ts";

/** Lists the people who administer a group or channel. */
export async function getChatAdministrators(
  input: GetChatAdministratorsInput,
  options: StepOptions = {},
): Promise<GetChatAdministratorsOutput> {
  "use step";
  return { administrators: await callBot("getChatAdministrators", input, options) };
}
