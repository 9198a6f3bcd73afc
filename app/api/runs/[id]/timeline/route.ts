import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { showTimeline } from "../../../../../lib/timeline/show-timeline.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showTimeline, ({ server, access, params, request }) => showTimeline(server, access, params.id, urlsFor(request))),
});
