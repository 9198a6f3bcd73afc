import { proposeKey, rotateKeys } from "../../lib/secrets/rotate-keys.ts";
import { countByKey } from "../../lib/secrets/store.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";

/** `weft keys rotate`: every stored secret under a new key; what was stopped is carried on. */
export async function rotateKeysCommand(options: { retire?: boolean; json?: boolean }): Promise<void> {
  const { rotation, writable, name } = await withServer({ deliver: false }, async ({ server }) => ({
    rotation: await rotateKeys(
      { ...server, database: server.system },
      {
        retire: options.retire === true,
        onBatch: (done) => options.json || console.error(`${done} records`),
      },
    ),
    writable: server.vault.source.writable,
    name: server.vault.source.name,
  }));
  if (options.json) return printJson({ ...rotation, keys: name });
  const lines = [
    `${rotation.records} records are sealed anew; the key ${rotation.keyId} seals now${rotation.resumed ? " (an earlier rotation was carried on)" : ""}.`,
  ];
  if (!writable && !rotation.resumed) lines.push(...withVariable());
  else if (rotation.retired.length > 0) lines.push(retiredLine(rotation.retired, rotation.retiredDropped, writable));
  await print(lines.join("\n"));
}

/** `weft keys list`: ids and how much each seals, never a key. */
export async function listKeysCommand(options: { json?: boolean }): Promise<void> {
  const { keys, source } = await withServer({ deliver: false }, async ({ server }) => {
    const ring = await server.vault.keys();
    const counts = await countByKey(server.system);
    const lost = [...counts.keys()].filter((id) => !ring.some((key) => key.id === id));
    return {
      source: server.vault.source.name,
      keys: [
        ...ring.map(({ id }, at) => ({ id, seals: at === 0, records: counts.get(id) ?? 0, missing: false })),
        ...lost.map((id) => ({ id, seals: false, records: counts.get(id) ?? 0, missing: true })),
      ],
    };
  });
  if (options.json) return printJson({ source, keys });
  const lines = keys.map(
    ({ id, seals, records, missing }) =>
      `${id}  ${records} records${seals ? "  seals" : ""}${missing ? "  MISSING: its records do not open" : ""}`,
  );
  await print([...lines, `Kept in ${source}.`].join("\n"));
}

function withVariable(): string[] {
  return [
    "",
    "The keys are set by WEFT_ENCRYPTION_KEYS. To rotate them:",
    "  1. Put this new key in front of the others and restart every process:",
    `       ${proposeKey()}`,
    "  2. Run: weft keys rotate",
    "  3. When `weft keys list` shows no records for the old key, take it out of the variable.",
  ];
}

function retiredLine(retired: readonly string[], dropped: boolean, writable: boolean): string {
  const keys = retired.join(", ");
  if (dropped) return `Dropped: ${keys}. A backup of the database from before needs it.`;
  return writable
    ? `Not needed any more: ${keys}. Drop it with weft keys rotate --retire; a backup of the database from before needs it.`
    : `Not needed any more: ${keys}. Take it out of WEFT_ENCRYPTION_KEYS once every process has the new one.`;
}
