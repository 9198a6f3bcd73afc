import type { AuditEntry, AuditPage } from "../api/workspace-schemas.ts";
import { findPeople } from "../auth/store.ts";
import type { Access } from "../keys/access.ts";
import { findKeyNames } from "../keys/store.ts";
import type { Server } from "../running-server.ts";
import { type AuditRow, selectAudit } from "./store.ts";

/** Newest first; `cursor` goes on where a page ended. */
export async function listAudit(
  server: Pick<Server, "database" | "system">,
  access: Access,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<AuditPage> {
  const before = cursor === undefined ? undefined : Number(cursor);
  const rows = await selectAudit(server.database, access.workspaceId, { before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const [people, keys] = await Promise.all([
    // Whoever has left is still named.
    findPeople(
      server.system,
      page.flatMap(({ userId }) => userId ?? []),
    ),
    findKeyNames(
      server.database,
      page.flatMap(({ keyId }) => keyId ?? []),
    ),
  ]);
  const entries = page.map((row) => present(row, people.get(row.userId ?? "")?.name, keys.get(row.keyId ?? "")));
  return { entries, cursor: rows.length > limit ? String(page.at(-1)?.id ?? "") : null };
}

function present(row: AuditRow, person: string | undefined, key: string | undefined): AuditEntry {
  const { id, at, action, target, details } = row;
  return { id: String(id), at: at.toISOString(), by: author(row, person, key), action, target, details: { ...details } };
}

function author({ userId, keyId }: AuditRow, person: string | undefined, key: string | undefined): AuditEntry["by"] {
  if (userId !== null) return { kind: "user", id: userId, name: person ?? "Somebody who is gone" };
  if (keyId !== null) return { kind: "key", id: keyId, name: key ?? "A key" };
  return { kind: "command", id: null, name: "The server" };
}
