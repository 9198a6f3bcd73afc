import { showAiUsage } from "../../../../lib/ai/show-usage.ts";
import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showAiUsage, ({ server, access, query }) => showAiUsage(server, access, query)),
});
