import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const me = await notion.send<{ name?: string | null; bot?: { workspace_name?: string | null } }>({ path: "/v1/users/me" }, options);
  return { account: [me.name, me.bot?.workspace_name].filter(Boolean).join(" in ") || "Notion" };
}
