import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { answerWait, showWait } from "../../../../lib/runs/answer-wait.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showWait, ({ server, params }) => showWait(server, params.token)),
  POST: handle(operations.answerWait, ({ server, params, body }) => answerWait(server, params.token, body)),
});
