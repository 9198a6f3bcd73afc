import { showRun } from "../../../../server/runs.ts";

/** How a run is getting on, its result, and the links of what it waits for. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return showRun(request, (await params).id);
}
