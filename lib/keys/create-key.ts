import { AppError } from "../errors.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { findWorkflowIds } from "../workflows/store.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import type { Access } from "./access.ts";
import { hashKey, keyPrefix, newKeyText } from "./key-text.ts";
import type { KeyScope } from "./scope.ts";
import { insertKey } from "./store.ts";

export interface NewKey {
  readonly name: string;
  /** May look, and nothing else. */
  readonly read?: boolean;
  /** May publish and manage as well. */
  readonly admin?: boolean;
  /** Names of workflows; all when absent. */
  readonly workflows?: readonly string[];
}

/** Makes a key. `key` is the only time its text exists outside its holder's hands. */
export async function createKey(
  server: Pick<Server, "database">,
  access: Access,
  input: NewKey,
): Promise<{ id: string; name: string; key: string; scope: KeyScope }> {
  const name = input.name.trim();
  if (name === "" || name.length > 100) {
    throw new AppError("invalid_input", "A key needs a name of at most 100 characters.", {
      hint: "Name it after who uses it, for example ci.",
    });
  }
  const scope = await scopeOf(server, access, input);
  const key = newKeyText();
  const id = newId("key");
  const workspaceId = access.workspaceId;
  await insertKey(server.database, { id, workspaceId, name, prefix: keyPrefix(key), hash: hashKey(key), scope });
  await recordAudit(server, access, { action: "key.created", target: name, details: { id, scope: scope.kind } });
  return { id, name, key, scope };
}

async function scopeOf(server: Pick<Server, "database">, access: Access, input: NewKey): Promise<KeyScope> {
  if ([input.read, input.admin, input.workflows !== undefined].filter(Boolean).length > 1) {
    throw new AppError("invalid_input", "A key has one scope.", {
      hint: "Give one of read, admin and workflows, or none for all workflows.",
    });
  }
  if (input.read) return { kind: "read" };
  if (input.admin) return { kind: "admin" };
  if (!input.workflows) return { kind: "all" };
  const ids = await findWorkflowIds(server.database, access.workspaceId, input.workflows);
  const unknown = input.workflows.filter((workflow) => !ids.has(workflow));
  if (unknown.length > 0 || ids.size === 0) {
    throw new AppError("not_found", `No workflow is called ${unknown.join(", ") || "that"}.`, {
      hint: "Publish it first; a key is bound to workflows that exist.",
    });
  }
  return { kind: "workflows", workflows: [...ids.values()] };
}
