import type { StepOptions } from "../../kit/step-options.ts";
import { runStatement } from "./run-statement.ts";
import { withClient } from "./with-client.ts";

/** Tries the credential with a question that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const statement = { sql: "select current_user || ' on ' || current_database() as account", params: [], maxRows: 1 };
  const { rows } = await withClient(options, (client) => runStatement<{ account: string }>(client, statement));
  return { account: rows[0]?.account ?? "" };
}
