import { operations } from "../../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../../lib/api/route.ts";
import { showVersion } from "../../../../../../lib/documents/show-version.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showVersion, ({ server, access, params }) => showVersion(server, access, params.id, params.number)),
});
