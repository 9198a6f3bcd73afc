import { operations } from "../../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../../lib/api/route.ts";
import { answerRun } from "../../../../../../lib/runs/answer-run.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.answerRun, ({ server, access, params, body }) => answerRun(server, access, params, body)),
});
