import { eventStream } from "../../../../lib/api/event-stream.ts";
import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { watchRuns } from "../../../../lib/runs/watch-runs.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.watchRuns, async ({ server, access, request }) => {
    const gone = new AbortController();
    request.signal.addEventListener("abort", () => gone.abort(), { once: true });
    return eventStream(watchRuns(server, access, gone.signal), () => gone.abort());
  }),
});
