import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack } from "../api.ts";
import type { GetUserInput, GetUserOutput } from "../types.generated.ts";

/** Gets a person by their id: name, e-mail address and time zone. */
export async function getUser(input: GetUserInput, options: StepOptions = {}): Promise<GetUserOutput> {
  "use step";
  const { user } = await askSlack<{ user: GetUserOutput }>("users.info", { user: input.user }, options);
  return user;
}
