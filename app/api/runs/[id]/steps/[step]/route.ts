import { operations } from "../../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../../lib/api/route.ts";
import { showStep } from "../../../../../../lib/timeline/show-step.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showStep, ({ server, access, params, request }) => showStep(server, access, params, urlsFor(request))),
});
