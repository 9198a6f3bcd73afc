import type { NextConfig } from "next";
import { withWorkflow } from "workflow/next";

// Away from Vercel runs are kept in this folder; it outlives builds, so that a run goes on after a new one.
if (!process.env.VERCEL_DEPLOYMENT_ID && !process.env.WORKFLOW_TARGET_WORLD) {
  process.env.WORKFLOW_TARGET_WORLD = "local";
  process.env.WORKFLOW_LOCAL_DATA_DIR ??= ".workflow-data";
}

const config: NextConfig = {
  poweredByHeader: false,
  // A lockfile further up would make Next take that folder for the project.
  turbopack: { root: import.meta.dirname },
};

export default withWorkflow(config);
