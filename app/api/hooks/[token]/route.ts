import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { answeredPage, forBrowser, waitPage } from "../../../../lib/api/wait-page.ts";
import { answerWait, showWait } from "../../../../lib/runs/answer-wait.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showWait, ({ server, params, request }) => forBrowser(request, showWait(server, params.token), waitPage)),
  POST: handle(operations.answerWait, ({ server, params, query, body, request }) =>
    forBrowser(request, answerWait(server, params.token, body ?? query.approved), answeredPage),
  ),
});
