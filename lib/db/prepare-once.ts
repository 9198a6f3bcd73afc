import type { Database } from "./client.ts";

/** Builds a prepared statement on the first use with a database, and gives that one back from then on. */
export function prepareOnce<Statement>(build: (database: Database) => Statement): (database: Database) => Statement {
  const statements = new WeakMap<Database, Statement>();
  return (database) => {
    const known = statements.get(database);
    if (known) return known;
    const statement = build(database);
    statements.set(database, statement);
    return statement;
  };
}
