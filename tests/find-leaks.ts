import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";

/** Where a secret stands in a text, plain or in a form it travels in: what is around it, not a bare false. */
export function findLeaks(secret: string, text: string): string[] {
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("hex"),
    ...base64Forms(secret),
  ];
  return forms
    .filter((form) => text.includes(form))
    .map((form) => text.slice(Math.max(0, text.indexOf(form) - 200), text.indexOf(form) + 80));
}

/** Every row of every table of every schema, as text; bytes as hex. */
export async function dumpDatabase(dataDir: string): Promise<string> {
  const { url } = JSON.parse(await readFile(join(dataDir, "postgres.json"), "utf8"));
  const client = new Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const found = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    rows.push(name, ...found.rows.map(({ row }) => row));
  }
  await client.end();
  return rows.join("\n");
}

/** Every log file of a data folder. */
export async function readLogs(dataDir: string): Promise<string> {
  const names = (await readdir(dataDir, { recursive: true })).filter((name) => name.endsWith(".log"));
  return (await Promise.all(names.map((name) => readFile(join(dataDir, name), "utf8")))).join("\n");
}

/** What base64 makes of a text, wherever in a longer one it begins: the middle part, without the letters its neighbours decide. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from("x".repeat(offset) + text).toString("base64");
    return encoded.slice(4, -4);
  });
}
