import type { ActionDefinition } from "./define-action.ts";
import type { CredentialType } from "./define-credential.ts";

/** A service and what it can do. */
export interface Plugin {
  /** The first half of its actions' kinds, and its folder. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly credential?: CredentialType;
  readonly actions: readonly ActionDefinition[];
}

/** Declares a service; `plugins/<name>/index.ts` exports the result as `plugin`. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
