import { operations } from "../../../lib/api/operations.ts";
import { answerMe } from "../../../lib/auth/answer-me.ts";
import { handle, routes } from "../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showMe, ({ server, request }) => answerMe(server, request.headers)),
});
