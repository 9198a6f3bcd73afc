import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { enter } from "../../../lib/auth/enter.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.enter, ({ server, request, query }) => enter(server, request, query.token)),
});
