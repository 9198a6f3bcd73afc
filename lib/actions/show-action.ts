import { actionSchema } from "../../plugins/kit/action-schema.ts";
import { exampleInputs } from "../../plugins/kit/example-inputs.ts";
import type { PluginAction } from "../../plugins/kit/catalog.ts";
import type { ActionDetails } from "../api/action-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findAction } from "./find-action.ts";

/** An action with its shapes. Throws `not_found`. */
export async function showAction(server: Pick<Server, "database" | "plugins">, access: Access, kind: string): Promise<ActionDetails> {
  return presentAction(await findAction(server, access, kind));
}

/** What there is to know of an action. */
export function presentAction(action: PluginAction): ActionDetails {
  const { kind, label, description, plugin, step, polls } = action;
  const declared = plugin.actions.find(({ name }) => name === step.name);
  return {
    kind,
    service: plugin.label,
    label,
    description,
    ...actionSchema(action),
    examples: declared ? exampleInputs(declared) : [],
    credential: plugin.credential?.service ?? null,
    polls: polls ?? false,
    code: step,
  };
}
