import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { expect, it } from "vitest";
import { createTestDatabase } from "../lib/db/test-database.ts";
import { migrateForBuild } from "./migrate-for-build.ts";

it("makes the tables of an empty database, whatever other build does so at the moment", async () => {
  const database = await createTestDatabase({ migrate: false });
  await Promise.all([migrateForBuild(database.url), migrateForBuild(database.url)]);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    "select relname from pg_class where relname in ('runs', 'workflows') and relforcerowsecurity order by 1",
  );
  await client.end();
  await database.drop();
  expect(rows).toEqual([{ relname: "runs" }, { relname: "workflows" }]);
});

it("ends a build that was given no database, before it builds", async () => {
  const build = promisify(execFile)(process.execPath, [join(import.meta.dirname, "build-for-vercel.ts")], {
    env: { PATH: process.env["PATH"], NODE_ENV: "production" },
  });
  await expect(build).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("DATABASE_URL is not set for this build"),
  });
});
