import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { inferOutput } from "../../../../../lib/types/infer-output.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.inferType, ({ server, access, params, body }) => inferOutput(server, access, params.name, body)),
});
