import { bootServer } from "../../lib/server.ts";
import { local } from "../../lib/keys/access.ts";
import { publishWorkflow } from "../../lib/workflows/publish-workflow.ts";
import type { Graph } from "../../codegen/index.ts";
import { serveRoutes } from "../../tests/api/serve-routes.ts";
import { serveContender } from "../serve-contender.ts";

// Weft's server with its routes on a bare node:http: what remains of an answer's time without Next.
const server = await bootServer({ databaseUrl: process.env["DATABASE_URL"] });
const http = await serveRoutes();

serveContender(
  {
    publish: async (graph: Graph) => (await publishWorkflow(server, local(server.workspaceId), graph)).versionId,
    url: () => `${http.url}/api/triggers/webhook`,
  },
  async () => {
    await http.close();
    await server.stop();
  },
);
