import { definePlugin } from "../kit/define-plugin.ts";
import { query } from "./actions/query.ts";
import { postgresCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "postgres",
  label: "PostgreSQL",
  description: "Any PostgreSQL database, by SQL with bound parameters.",
  docs: "https://www.postgresql.org/docs/current/sql.html",
  credential: postgresCredential,
  actions: [query],
});
