import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { QueryInput, QueryOutput } from "../types.generated.ts";
import { runStatement } from "./run-statement.ts";
import { withClient } from "./with-client.ts";

/** Runs one statement; a read-only one in a transaction that refuses changes. */
export async function query<T = Loose>(input: QueryInput, options: StepOptions = {}): Promise<QueryOutput<T>> {
  "use step";
  return withClient(options, async (client) => {
    const statement = { sql: input.sql, params: input.params ?? [], maxRows: input.maxRows ?? 10_000 };
    if (input.readOnly !== true) return runStatement<T>(client, statement);
    await client.query("begin read only");
    const answer = await runStatement<T>(client, statement);
    await client.query("rollback");
    return answer;
  });
}
