import type { StepOptions } from "../../kit/step-options.ts";
import { askLinear } from "../api.ts";

/** Who the credential belongs to. */
interface Viewer {
  readonly viewer: { readonly name: string; readonly organization: { readonly name: string } };
}

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { viewer } = await askLinear<Viewer>("query Viewer { viewer { name organization { name } } }", {}, options);
  return { account: `${viewer.name}, ${viewer.organization.name}` };
}
