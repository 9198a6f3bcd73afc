import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { listSamples } from "../../../../../lib/documents/list-samples.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listSamples, ({ server, access, params }) => listSamples(server, access, params.id)),
});
