import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { testFromRun } from "../../../../../lib/run-tests/test-from-run.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showRunTest, async ({ server, access, params }) => {
    const { name, text } = await testFromRun(server, access, params.id);
    return new Response(text, {
      headers: { "Content-Type": "text/plain; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"` },
    });
  }),
});
