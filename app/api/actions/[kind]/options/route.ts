import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { listFieldOptions } from "../../../../../lib/actions/list-field-options.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.listFieldOptions, ({ server, access, params, body }) => listFieldOptions(server, access, params.kind, body)),
});
