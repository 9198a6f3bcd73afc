import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { username } = await discord.send<{ username: string }>({ path: "/users/@me" }, options);
  return { account: username };
}
