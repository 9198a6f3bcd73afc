import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { runDue } from "../../../lib/runs/run-due.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.runDue, ({ server }) => runDue(server)),
});
