import { eventStream } from "../../../../../lib/api/event-stream.ts";
import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { watchRun } from "../../../../../lib/runs/watch-run.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.runEvents, async ({ server, access, params, headers, request }) => {
    const gone = new AbortController();
    request.signal.addEventListener("abort", () => gone.abort(), { once: true });
    const after = headers["last-event-id"];
    const messages = await watchRun(server, access, { id: params.id, after, url: urlsFor(request), signal: gone.signal });
    return eventStream(messages, () => gone.abort());
  }),
});
