import { checkHealth } from "../../../lib/api/check-health.ts";
import { apiHeaders } from "../../../lib/api/headers.ts";
import { routes } from "../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  // Not through `handle`: a process that is not up yet must say so here, not fail.
  GET: async () => {
    const health = await checkHealth();
    return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers: apiHeaders() });
  },
});
