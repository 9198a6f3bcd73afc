import type { Client } from "pg";

/**
 * Makes Postgres itself keep workspaces apart: every table has row-level security, forced, so that its owner is held to it too, and no
 * policy but these. `weft_engine` sees all rows. `weft_app` sees those of the workspace that its session is bound to by the setting
 * `weft.workspace`; of a table that hangs on a run, those of its runs; of people, the names of its members; of any other table (sessions, passwords), nothing. It runs
 * after every migration and changes only what lacks, so that a new table cannot be forgotten, and a restored database finds its roles.
 */
export async function protectTables(client: Client): Promise<void> {
  await client.query(ROLES);
  const { rows } = await client.query<{ table: string; kind: TableKind }>(UNPROTECTED);
  for (const { table, kind } of rows) await client.query(protect(table, kind));
}

type TableKind = "workspaces" | "workspace" | "run" | "users" | "system";

/** The roles belong to the whole server, which may hold several databases and have others migrate at this moment. */
const ROLES = `
do $$
declare
  wanted text;
  is_16 bool := current_setting('server_version_num')::int >= 160000;
  privilege text := case when is_16 then 'SET' else 'MEMBER' end;
  -- Being able to become a role is not to see what it sees.
  membership text := case when is_16 then ' with inherit false, set true' else '' end;
begin
  foreach wanted in array array['weft_app', 'weft_engine'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    for attempt in 1..20 loop
      exit when pg_has_role(current_user, wanted, privilege);
      begin
        execute format('grant %I to %I', wanted, current_user) || membership;
      exception
        when insufficient_privilege then
          raise exception 'The role % exists, and % may not become it.', wanted, current_user
            using hint = format('As the role that made it: grant %I to %I', wanted, current_user);
        -- "tuple concurrently updated": another database's migration grants at the same time.
        when unique_violation or internal_error then perform pg_sleep(0.05);
      end;
    end loop;
  end loop;
end $$`;

const UNPROTECTED = `
with tables as (
  select c.oid, c.relname, c.relrowsecurity and c.relforcerowsecurity as forced,
    case
      when c.relname in ('workspaces', 'users') then c.relname
      when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) then 'workspace'
      when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'run_id' and not a.attisdropped) then 'run'
      else 'system'
    end as kind
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
)
select relname "table", kind from tables t
where not forced
  or not exists (select from pg_policy where polrelid = t.oid and polname = 'weft_engine')
  or (kind <> 'system') <> exists (select from pg_policy where polrelid = t.oid and polname = 'weft_app')
  or not has_table_privilege('weft_engine', t.oid, 'insert')
order by relname`;

const BOUND = "current_setting('weft.workspace', true)";

/** What was done stays written, and nobody changes people for a workspace. */
const GRANTS: Readonly<Record<string, string>> = { audit_log: "select, insert", users: "select (id, name, email, image, is_anonymous)" };

const VISIBLE: Record<Exclude<TableKind, "system">, string> = {
  workspaces: `id = ${BOUND}`,
  users: `exists (select from members where members.user_id = users.id and members.workspace_id = ${BOUND})`,
  workspace: `workspace_id = ${BOUND}`,
  // Of the run, the subquery sees what the same role may see.
  run: `exists (select from runs where runs.id = run_id and runs.workspace_id = ${BOUND})`,
};

function protect(name: string, kind: TableKind): string {
  const table = `"${name.replaceAll('"', '""')}"`;
  const common = `
    alter table ${table} enable row level security, force row level security;
    drop policy if exists weft_engine on ${table};
    drop policy if exists weft_app on ${table};
    revoke all on ${table} from weft_app;
    grant all on ${table} to weft_engine;
    create policy weft_engine on ${table} to weft_engine using (true) with check (true);`;
  const app =
    kind === "system"
      ? ""
      : `
    grant ${GRANTS[name] ?? "select, insert, update, delete"} on ${table} to weft_app;
    create policy weft_app on ${table} to weft_app using (${VISIBLE[kind]}) with check (${VISIBLE[kind]});`;
  return `begin; ${common} ${app}
    grant usage on schema public to weft_app, weft_engine;
    grant usage on all sequences in schema public to weft_app, weft_engine;
    commit`;
}
