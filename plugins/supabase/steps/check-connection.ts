import type { StepOptions } from "../../kit/step-options.ts";
import { projectUrl, supabase } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  await supabase.send({ path: "/auth/v1/admin/users", query: { page: 1, per_page: 1 } }, options);
  return { account: await projectUrl(options) };
}
