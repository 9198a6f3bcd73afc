import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { listVersions } from "../../../../../lib/documents/list-versions.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listVersions, ({ server, access, params }) => listVersions(server, access, params.id)),
});
