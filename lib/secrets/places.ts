import type { Place } from "./vault.ts";

/** What is sealed of a connection. Bound to its service too, so that a token cannot be given to another one. */
export function connectionPlace(row: { readonly id: string; readonly workspaceId: string; readonly service: string }): Place {
  return { table: "connections", id: row.id, workspaceId: row.workspaceId, purpose: `secrets of ${row.service}` };
}

/** The PKCE verifier of an authorization. Bound to its connection too. */
export function authorizationPlace(row: { readonly id: string; readonly workspaceId: string; readonly connectionId: string }): Place {
  return { table: "authorizations", id: row.id, workspaceId: row.workspaceId, purpose: `verifier for ${row.connectionId}` };
}

/** The key of a model's provider. Bound to the provider and its address too: whoever can write to the database can send it nowhere else. */
export function aiKeyPlace(row: {
  readonly id: string;
  readonly workspaceId: string;
  readonly provider: string | null;
  readonly baseUrl: string | null;
}): Place {
  const purpose = `key for ${row.provider ?? ""} at ${row.baseUrl ?? "its own address"}`;
  return { table: "ai_settings", id: row.id, workspaceId: row.workspaceId, purpose };
}

/** The value of a secret variable. Bound to its name too. */
export function variablePlace(row: { readonly id: string; readonly workspaceId: string; readonly name: string }): Place {
  return { table: "variables", id: row.id, workspaceId: row.workspaceId, purpose: `value of ${row.name}` };
}
