import { apiHeaders } from "../../../lib/api/headers.ts";
import { openapiDocument } from "../../../lib/api/openapi.ts";
import { routes } from "../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async () => Response.json(openapiDocument(), { headers: apiHeaders() }),
});
