import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { migrateDatabase, openWorkspaceDatabases, schema } from "../../lib/db/index.ts";
import { createTestDatabase, type TestDatabase } from "../../lib/db/test-database.ts";
import { createServer } from "../../lib/server.ts";
import { local } from "../../lib/keys/access.ts";
import { createKey } from "../../lib/keys/create-key.ts";
import { listKeys } from "../../lib/keys/list-keys.ts";

let database: TestDatabase;
let admin: Client;

const [MINE, THEIRS] = ["wsp_mine", "wsp_theirs"];

beforeAll(async () => {
  database = await createTestDatabase();
  admin = await connect(database.url);
  await admin.query("insert into workspaces (id, name) values ($1, 'Mine'), ($2, 'Theirs')", [MINE, THEIRS]);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly required: boolean; readonly identity: boolean }[];
}

async function tables(): Promise<Table[]> {
  const { rows } = await admin.query<{ table: string; name: string; type: string; required: boolean; identity: boolean }>(`
    select t.table_name "table", c.column_name "name", c.data_type "type",
      c.is_nullable = 'NO' and c.column_default is null and c.is_identity = 'NO' "required", c.is_identity = 'YES' "identity"
    from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' order by t.table_name, c.ordinal_position`);
  const names = [...new Set(rows.map(({ table }) => table))];
  return names.map((name) => ({ name, columns: rows.filter(({ table }) => table === name) }));
}

const has = (table: Table, column: string): boolean => table.columns.some(({ name }) => name === column);
const isOfWorkspace = (table: Table): boolean => has(table, "workspace_id");
const isOfRun = (table: Table): boolean => !isOfWorkspace(table) && has(table, "run_id");

/** A row with something in every column that needs something. */
function rowFor(table: Table, id: string, fixed: Readonly<Record<string, string>>): [string, unknown][] {
  const value = (type: string): unknown => {
    if (type === "boolean") return true;
    if (/int/.test(type)) return 1;
    if (/timestamp/.test(type)) return new Date();
    if (/json/.test(type)) return "{}";
    return type === "bytea" ? Buffer.from(id) : id;
  };
  return table.columns
    .filter(({ name, required }) => required || name in fixed)
    .map(({ name, type }): [string, unknown] => [name, fixed[name] ?? value(type)]);
}

async function insert(client: Client, table: Table, row: readonly [string, unknown][]): Promise<void> {
  const names = row.map(([name]) => `"${name}"`).join(", ");
  const values = row.map((_column, at) => `$${at + 1}`).join(", ");
  await client.query(
    `insert into "${table.name}" (${names}) values (${values})`,
    row.map(([, value]) => value),
  );
}

/** A session of the application's role that is bound to a workspace. */
async function asApp(url: string, workspaceId: string | undefined): Promise<Client> {
  const client = await connect(url);
  await client.query("set role weft_app");
  if (workspaceId !== undefined) await client.query("select set_config('weft.workspace', $1, false)", [workspaceId]);
  return client;
}

describe("every table", () => {
  it("has row-level security, forced, and belongs to neither of the roles that Weft works in", async () => {
    const { rows } = await admin.query<{ name: string }>(`
      select relname "name" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity and pg_get_userbyid(relowner) not in ('weft_app', 'weft_engine'))`);
    expect(rows).toEqual([]);
    expect((await tables()).filter(isOfWorkspace).length).toBeGreaterThanOrEqual(15);
    const roles = await admin.query(
      "select rolname from pg_roles where rolname in ('weft_app', 'weft_engine') and (rolsuper or rolbypassrls or rolcanlogin)",
    );
    expect(roles.rows).toEqual([]);
  });

  it("shows the application the rows of the workspace it is bound to and takes no other, whatever the statement", async () => {
    // Rows whose parents do not exist: what is tried here is who sees them.
    await admin.query("set session_replication_role = replica");
    const all = await tables();
    const run = all.find(({ name }) => name === "runs");
    if (run === undefined) throw new Error("There is no table of runs.");
    for (const workspace of [MINE, THEIRS]) {
      for (const table of all.filter((each) => isOfWorkspace(each) || isOfRun(each))) {
        await insert(admin, table, rowFor(table, `x${workspace}`, { workspace_id: workspace, run_id: `x${workspace}` }));
      }
    }
    await admin.query("set session_replication_role = origin");
    const app = await asApp(database.url, MINE);
    const seen: Record<string, unknown> = {};
    for (const table of all.filter((each) => isOfWorkspace(each) || isOfRun(each))) {
      const column = isOfWorkspace(table) ? "workspace_id" : "run_id";
      const theirs = isOfWorkspace(table) ? THEIRS : `x${THEIRS}`;
      const count = async (sql: string): Promise<number | null> => (await app.query(sql)).rowCount;
      const attempt = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => "done",
          (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "?"),
        );
      seen[table.name] = {
        mine: await count(`select from "${table.name}"`),
        theirs: await count(`select from "${table.name}" where "${column}" = '${theirs}'`),
        insert: await attempt(insert(app, table, rowFor(table, "another", { workspace_id: THEIRS, run_id: `x${THEIRS}` }))),
        ...(table.name === "audit_log"
          ? {}
          : {
              changed: await count(`update "${table.name}" set "${column}" = "${column}" where "${column}" = '${theirs}'`),
              moved: await attempt(app.query(`update "${table.name}" set "${column}" = '${theirs}'`)),
              deleted: await count(`delete from "${table.name}" where "${column}" = '${theirs}'`),
            }),
      };
    }
    const denied = { mine: 1, theirs: 0, insert: "42501" };
    const expected = Object.fromEntries(
      Object.keys(seen).map((name) => [name, name === "audit_log" ? denied : { ...denied, changed: 0, moved: "42501", deleted: 0 }]),
    );
    expect(seen).toEqual(expected);
    await app.end();
  });

  it("shows nothing to the application when it is bound to no workspace", async () => {
    for (const workspace of [undefined, ""]) {
      const app = await asApp(database.url, workspace);
      for (const table of (await tables()).filter((each) => isOfWorkspace(each) || isOfRun(each) || each.name === "workspaces")) {
        expect([table.name, (await app.query(`select from "${table.name}"`)).rowCount]).toEqual([table.name, 0]);
      }
      await app.end();
    }
  });

  it("of people gives the application the names of its workspace's members, and of sessions, passwords and the rest nothing", async () => {
    await admin.query("insert into users (id, name, email) values ('u1', 'Member', 'm@example.com'), ('u2', 'Stranger', 's@example.com')");
    await admin.query("insert into members (workspace_id, user_id, role) values ($1, 'u1', 'viewer'), ($2, 'u2', 'viewer')", [
      MINE,
      THEIRS,
    ]);
    const app = await asApp(database.url, MINE);
    expect((await app.query("select id, name, email, image, is_anonymous from users")).rows).toMatchObject([{ id: "u1", name: "Member" }]);
    const others = (await tables()).filter(
      (table) => !isOfWorkspace(table) && !isOfRun(table) && table.name !== "workspaces" && table.name !== "users",
    );
    expect(others.map(({ name }) => name).sort()).toEqual(
      [
        "accounts",
        "open_links",
        "passkeys",
        "rate_limits",
        "sessions",
        "sign_in_attempts",
        "two_factors",
        "verifications",
        "workers",
      ].sort(),
    );
    for (const { name } of others) await expect(app.query(`select from "${name}"`)).rejects.toThrow(`permission denied for table ${name}`);
    await expect(app.query("update users set name = 'Hacked'")).rejects.toThrow("permission denied");
    await expect(app.query("update audit_log set action = ''")).rejects.toThrow("permission denied");
    await expect(app.query("delete from audit_log")).rejects.toThrow("permission denied");
    await app.end();
  });
});

describe("a bound database", () => {
  it("keeps to its workspace although connections are shared, and binds one anew only when it must", async () => {
    const { databaseFor, end } = openWorkspaceDatabases(database.url, 1);
    const names = async (workspaceId: string) =>
      (await databaseFor(workspaceId).select({ id: schema.workspaces.id }).from(schema.workspaces)).map(({ id }) => id);
    for (let round = 0; round < 3; round++) {
      expect(await names(MINE)).toEqual([MINE]);
      expect(await names(THEIRS)).toEqual([THEIRS]);
      expect(await names("")).toEqual([]);
    }
    const asked = vi.spyOn(Client.prototype, "query");
    for (let round = 0; round < 3; round++) await names(MINE);
    await databaseFor(MINE).transaction((tx) => tx.select().from(schema.workspaces));
    const binding = asked.mock.calls.filter(([statement]) => JSON.stringify(statement).includes("set_config"));
    asked.mockRestore();
    expect(binding).toHaveLength(1);
    await end();
  });

  it("is still bound right after a statement failed and a transaction was rolled back", async () => {
    const { databaseFor, end } = openWorkspaceDatabases(database.url, 1);
    const count = async (workspaceId: string) => (await databaseFor(workspaceId).select().from(schema.workspaces)).map(({ id }) => id);
    expect(await count(MINE)).toEqual([MINE]);
    await expect(databaseFor(MINE).execute("select 1 / 0")).rejects.toThrow("Failed query");
    await expect(
      databaseFor(THEIRS).transaction(async (tx) => {
        await tx.select().from(schema.workspaces);
        throw new Error("back");
      }),
    ).rejects.toThrow("back");
    expect(await count(MINE)).toEqual([MINE]);
    expect(await count(THEIRS)).toEqual([THEIRS]);
    await end();
  });
});

describe("a login role that is no superuser", () => {
  it("migrates several databases of one server at once, and Weft works in each", async () => {
    const login = `login_${randomBytes(4).toString("hex")}`;
    await admin.query(`create role ${login} login createrole createdb password 'secret'`);
    const names = [1, 2].map((number) => `${login}_${number}`);
    // The roles were made by another one, which lets this one become them.
    await admin.query(`grant weft_app, weft_engine to ${login} with inherit false, set true`);
    for (const name of names) await admin.query(`create database ${name} owner ${login}`);
    const urls = names.map((name) => {
      const url = new URL(database.url);
      [url.username, url.password, url.pathname] = [login, "secret", `/${name}`];
      return url.href;
    });
    try {
      await Promise.all(urls.map((url) => migrateDatabase(url)));
      for (const url of urls) {
        const server = await createServer({ databaseUrl: url });
        const access = local(server.workspaceId);
        await createKey(server, access, { name: "first" });
        expect((await listKeys(server, access)).keys).toMatchObject([{ name: "first" }]);
        expect((await listKeys({ database: server.databaseFor(THEIRS) }, access)).keys).toEqual([]);
        await server.stop();
        // Its owner itself sees nothing.
        const owner = await connect(url);
        expect((await owner.query("select from api_keys")).rowCount).toBe(0);
        await owner.end();
      }
    } finally {
      for (const name of names) await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`drop role ${login}`);
    }
  });

  it("is told what to do when it may not become the roles that another one made", async () => {
    const login = `login_${randomBytes(4).toString("hex")}`;
    await admin.query(`create role ${login} login password 'secret'`);
    await admin.query(`create database ${login} owner ${login}`);
    const url = new URL(database.url);
    [url.username, url.password, url.pathname] = [login, "secret", `/${login}`];
    try {
      await expect(migrateDatabase(url.href)).rejects.toMatchObject({
        message: `The role weft_app exists, and ${login} may not become it.`,
        hint: `As the role that made it: grant weft_app to ${login}`,
      });
    } finally {
      await admin.query(`drop database ${login} with (force)`);
      await admin.query(`drop role ${login}`);
    }
  });
});
