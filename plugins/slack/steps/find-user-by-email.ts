import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack } from "../api.ts";
import type { FindUserByEmailInput, FindUserByEmailOutput } from "../types.generated.ts";

/** Finds the person who has an e-mail address; fails when nobody has it. */
export async function findUserByEmail({ email }: FindUserByEmailInput, options: StepOptions = {}): Promise<FindUserByEmailOutput> {
  "use step";
  const { user } = await askSlack<{ user: FindUserByEmailOutput }>("users.lookupByEmail", { email }, options);
  return user;
}
