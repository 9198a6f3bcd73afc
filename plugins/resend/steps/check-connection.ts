import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { data } = await resend.send<{ data: readonly { name: string }[] }>({ path: "/domains" }, options);
  return { account: data.map(({ name }) => name).join(", ") || "Resend, without a domain yet" };
}
