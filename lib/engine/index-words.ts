import type { Pool } from "pg";

import type { RunChange, WordQuery } from "./contract.ts";
import { earliestRunId, timeOfRunId } from "./create-id.ts";

/** What of a run's input is looked through: a value further inside is not found. */
const MOST_CHARACTERS = 4_000;
const LONGEST_WORD = 64;
const AT_ONCE = 200;
/** Runs that are remembered as written down, so that each is written at most twice: when it begins, and when it fails. */
const MOST_KNOWN = 20_000;
/** A process that died had this much of what it saw not written down yet. */
const LOOK_BACK_MS = 10 * 60_000;

/** Texts become words wherever there is a character that is no letter, digit or sign beyond ASCII, and after the escapes of JSON. */
const WRITE = `
  insert into run_words (run_id, workspace_id, created_at, words)
  select r.id, r.workspace_id, r.created_at, array_to_tsvector(array(
    select distinct left(word, ${LONGEST_WORD}) from regexp_split_to_table(
      lower(regexp_replace(r.id || ' ' || coalesce(left(r.error::text, 1000), '') || ' ' || coalesce(left(r.input::text, ${MOST_CHARACTERS}), ''),
        '\\\\(u[0-9a-fA-F]{4}|.)', ' ', 'g')),
      '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]+') word
    where word <> ''))
  from runs r where r.id = any($1)
  on conflict (run_id) do update set words = excluded.words`;

/** Everything that is not written down, in the order of their ids, which is that of time. */
const FIND_MISSING = `
  select id from runs r where id > $1 and not exists (select from run_words w where w.run_id = r.id) order by id limit ${AT_ONCE}`;

/** Words as `findWords` takes them: the same rule takes a run's texts apart. */
export function splitWords(text: string): string[] {
  const words = text.split(/[^0-9A-Za-z\u0080-\u{10ffff}]+/u);
  return [...new Set(words.filter((word) => word !== "").map((word) => word.slice(0, LONGEST_WORD)))];
}

/** So many of the newest runs that fit the rest of a query are looked at one by one. */
const NEWEST = 2_000;

/**
 * Ids of runs by their words. A word that many runs have is found among the newest ones; only one that few have is looked up in the index of words,
 * which knows no order: Postgres cannot tell the two apart beforehand, and would read everything for a word that nothing has.
 *
 * Asked with the engine's own role: where a policy decides on each row, Postgres does not use that index at all, since its operator might tell of
 * rows before the policy has. Whoever asks reads the runs themselves as somebody who is held to the policy.
 */
export async function findWords(pool: Pool, query: WordQuery): Promise<string[]> {
  const newest = await findAmongNewest(pool, query);
  return newest.length >= query.limit ? newest : findInIndex(pool, query);
}

/** From the order to the words. */
async function findAmongNewest(pool: Pool, query: WordQuery): Promise<string[]> {
  const values: unknown[] = [];
  const words = matchWords(query, values);
  const found = await pool.query<{ id: string }>(
    `select r.id from (select id, created_at from runs r where ${matchRun(query, values)} ${NEWEST_FIRST} limit ${NEWEST}) r,
       lateral (select words from run_words where run_id = r.id offset 0) w
     where ${words} ${NEWEST_FIRST} limit ${query.limit}`,
    values,
  );
  return found.rows.map(({ id }) => id);
}

/** From the words to the order. */
async function findInIndex(pool: Pool, query: WordQuery): Promise<string[]> {
  const values: unknown[] = [];
  const words = matchWords(query, values);
  const found = await pool.query<{ id: string }>(
    `with w as materialized (select run_id from run_words w where ${words} and w.workspace_id = $${values.push(query.workspaceId)})
     select r.id from w join runs r on r.id = w.run_id where ${matchRun(query, values)} ${NEWEST_FIRST} limit ${query.limit}`,
    values,
  );
  return found.rows.map(({ id }) => id);
}

const NEWEST_FIRST = "order by r.created_at desc nulls last, r.id desc nulls last";

/** Words hold no quotes and no backslashes. Lower case is what the database makes it, on both sides. */
function matchWords({ words }: WordQuery, values: unknown[]): string {
  return `w.words @@ lower($${values.push(words.map((word) => `'${word}':*`).join(" & "))})::tsquery`;
}

function matchRun(query: WordQuery, values: unknown[]): string {
  const { workspaceId, workflowIds, versionIds, status, trigger, from, to, before } = query;
  const value = (given: unknown): string => `$${values.push(given)}`;
  return [
    `r.workspace_id = ${value(workspaceId)}`,
    ...(workflowIds ? [`r.workflow_id = any(${value(workflowIds)})`] : []),
    ...(versionIds ? [`r.version_id = any(${value(versionIds)})`] : []),
    ...(status === undefined ? [] : [`r.status = ${value(status)}`]),
    ...(trigger === undefined ? [] : [`r.trigger = ${value(trigger)}`]),
    ...(from ? [`r.created_at >= ${value(from)}`] : []),
    ...(to ? [`r.created_at < ${value(to)}`] : []),
    ...(before ? [`(r.created_at, r.id) < (${value(before.createdAt)}, ${value(before.id)})`] : []),
  ].join(" and ");
}

/**
 * Writes down the words by which runs are found, a moment after they begin or fail, so that no run waits for it. What a process that died has
 * left out, and what is older than the list, is caught up with in the background.
 */
export class WordIndex {
  readonly #pool: Pool;
  readonly #waiting = new Set<string>();
  readonly #known = new Set<string>();
  #isWriting = false;
  #isStopped = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** A run began, went to rest or ended. */
  note({ runId, status, step }: RunChange): void {
    if (step || (this.#known.has(runId) && status !== "failed")) return;
    this.#waiting.add(runId);
  }

  /** Writes what has come together; does nothing while it is at it. */
  async flush(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      while (this.#waiting.size > 0 && !this.#isStopped) {
        const ids = [...this.#waiting].slice(0, AT_ONCE);
        for (const id of ids) this.#waiting.delete(id);
        await this.#write(ids);
        for (const id of ids) this.#remember(id);
      }
    } finally {
      this.#isWriting = false;
    }
  }

  /** Writes what lacks, page by page. */
  async catchUp(): Promise<void> {
    const newest = await this.#pool.query<{ id: string | null }>("select max(run_id) id from run_words");
    const since = timeOfRunId(newest.rows[0]?.id ?? "") - LOOK_BACK_MS;
    let after = Number.isFinite(since) ? earliestRunId(since) : "";
    while (!this.#isStopped) {
      const page = await this.#pool.query<{ id: string }>(FIND_MISSING, [after]);
      const ids = page.rows.map(({ id }) => id);
      if (ids.length > 0) await this.#write(ids);
      if (ids.length < AT_ONCE) return;
      after = ids.at(-1) ?? "";
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #write(ids: readonly string[]): Promise<void> {
    await this.#pool.query({ name: "weft_write_words", text: WRITE, values: [ids] });
  }

  #remember(id: string): void {
    this.#known.add(id);
    for (const oldest of this.#known) {
      if (this.#known.size <= MOST_KNOWN) return;
      this.#known.delete(oldest);
    }
  }
}
