import type { ActionDefinition } from "./define-action.ts";
import type { CredentialType } from "./define-credential.ts";

/** A service and what it can do. */
export interface Plugin {
  /** The first half of its actions' kinds; its folder is the same in kebab-case. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Where the service documents its API. */
  readonly docs?: string;
  readonly credential?: CredentialType;
  readonly actions: readonly ActionDefinition[];
}

/** Declares a service; `plugins/<folder>/index.ts` exports the result as `plugin`. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
