import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { wakeRun } from "../../../../../lib/runs/wake-run.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.wakeRun, ({ server, access, params, body }) => wakeRun(server, access, params.id, body.wait)),
});
