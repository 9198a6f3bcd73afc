import { examplesFor } from "../../examples/examples-for.ts";
import type { Access } from "../keys/access.ts";
import { local } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { serverOf } from "../running-server.ts";
import { publishWorkflow } from "../workflows/publish-workflow.ts";

/** Publishes the examples in a new workspace, where this server has the demonstration service that they call (`WEFT_DEMO_URL`). */
export async function seedWorkspace(server: Server, workspaceId: string, userId: string | null): Promise<void> {
  const demoUrl = process.env["WEFT_DEMO_URL"];
  if (demoUrl === undefined || demoUrl === "") return;
  const access: Access = { ...local(workspaceId), userId };
  for (const { graph } of examplesFor(demoUrl)) await publishWorkflow(serverOf(server, workspaceId), access, graph);
}
