import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import type { TestDatabase } from "../../lib/db/test-database.ts";
import { createTestDatabase } from "../../lib/db/test-database.ts";
import { createHostResolver } from "../../lib/steps/egress-guard.ts";
import { describeDeclaration } from "../kit/contract/describe-declaration.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { query } from "./steps/query.ts";

describeDeclaration(plugin);

describe("on a real PostgreSQL", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ migrate: false });
    process.env["POSTGRES_URL"] = database.url;
    await query({ sql: "create table orders (id text primary key, total numeric, paid_at timestamptz, data jsonb, tags text[])" });
  });
  afterAll(async () => {
    delete process.env["POSTGRES_URL"];
    await database.drop();
  });
  afterEach(() => {
    process.env["POSTGRES_URL"] = database.url;
  });

  const refusal = (work: Promise<unknown>): Promise<unknown> => work.catch((thrown: unknown) => thrown);

  it("writes and reads with bound parameters, whatever they hold", async () => {
    const hostile = "'; drop table orders; --";
    const params = [hostile, "10.50", "2030-01-01T10:00:00+02:00", { a: [1] }, ["x", "y"]];
    expect(await query({ sql: "insert into orders values ($1, $2, $3, $4, $5)", params })).toEqual({ rows: [], rowCount: 1 });
    const { rows } = await query({ sql: "select * from orders where id = $1", params: [hostile] });
    expect(rows).toEqual([{ id: hostile, total: "10.50", paid_at: "2030-01-01T08:00:00.000Z", data: { a: [1] }, tags: ["x", "y"] }]);
  });

  it("gives values as JSON can hold them", async () => {
    const sql =
      "select 7::int8 a, 9007199254740993::int8 b, '\\x00ff'::bytea c, date '2030-01-02' d, timestamp '2030-01-02 03:04' e, null f, true g, 1.5::float8 h";
    expect((await query({ sql })).rows).toEqual([
      { a: 7, b: "9007199254740993", c: "AP8=", d: "2030-01-02", e: "2030-01-02 03:04:00", f: null, g: true, h: 1.5 },
    ]);
  });

  it("takes one statement only, with parameters or without", async () => {
    const error = await refusal(query({ sql: "select 1; drop table orders" }));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).message).toContain("multiple commands");
    expect((await query({ sql: "select count(*) n from orders" })).rows).toEqual([{ n: 1 }]);
  });

  it.each([
    "delete from orders",
    "create table x (a int)",
    "with gone as (delete from orders returning *) select * from gone",
    "select nextval('s')",
  ])("lets a read-only statement change nothing: %s", async (sql) => {
    await query({ sql: "create sequence if not exists s" });
    const error = await refusal(query({ sql, readOnly: true }));
    expect(stepError(error).message).toContain("read-only transaction");
  });

  it("says what is wrong, where, and does not try again", async () => {
    const error = await refusal(query({ sql: "select nope from orders" }));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error)).toEqual({
      name: "DatabaseError",
      message: 'PostgreSQL: column "nope" does not exist (42703, at character 8)',
    });
  });

  it("refuses more rows than it may give", async () => {
    const error = await refusal(query({ sql: "select generate_series(1, 20)", maxRows: 10 }));
    expect(stepError(error).message).toBe("The statement gave 20 rows, more than 10; add a LIMIT.");
  });

  it("gives up in time and tries again", async () => {
    const error = await refusal(query({ sql: "select pg_sleep(5)" }, { timeout: "200ms" }));
    expect(error).toBeInstanceOf(RetryableError);
  });

  it("tells a wrong password from a server that is not there", async () => {
    const wrong = new URL(database.url);
    wrong.password = "marked-wrong-password";
    process.env["POSTGRES_URL"] = wrong.href;
    const refused = await refusal(query({ sql: "select 1" }));
    expect(refused).toBeInstanceOf(FatalError);
    expect(String(refused)).not.toContain("marked-wrong-password");
    process.env["POSTGRES_URL"] = "postgres://a:b@127.0.0.1:1/c";
    const absent = await refusal(query({ sql: "select 1" }));
    expect(absent).toBeInstanceOf(RetryableError);
    expect(stepError(absent).name).toBe("NetworkError");
  });

  it("tries again after a server that hangs up", async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve());
    });
    process.env["POSTGRES_URL"] = `postgres://a:b@127.0.0.1:${(server.address() as AddressInfo).port}/c`;
    expect(await refusal(query({ sql: "select 1" }))).toBeInstanceOf(RetryableError);
    server.close();
  });

  it.each(["postgres://a:b@127.0.0.1:5432/c", "postgres://a:b@%2Fvar%2Frun%2Fpostgresql/c"])(
    "connects to public addresses only on a server: %s",
    async (url) => {
      process.env["POSTGRES_URL"] = url;
      const context = {
        idempotencyKey: "k",
        attempt: 1,
        signal: new AbortController().signal,
        resolveHost: createHostResolver({ allowedPrivateHosts: [] }),
      };
      const error = await withStepContext(context, () => refusal(query({ sql: "select 1" })));
      expect(error).toBeInstanceOf(FatalError);
      expect(stepError(error).name).toBe("EgressBlockedError");
    },
  );

  it("names a URL that is none, without showing it", async () => {
    process.env["POSTGRES_URL"] = "mysql://secret-user:secret-password@host/db";
    const error = await refusal(query({ sql: "select 1" }));
    expect(String(error)).toContain("must look like postgres://");
    expect(String(error)).not.toContain("secret");
  });

  it("says who the credential is", async () => {
    expect((await checkConnection({})).account).toMatch(/ on test_/);
  });
});
