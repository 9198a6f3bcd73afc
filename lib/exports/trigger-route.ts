import { printIdentifier } from "../../codegen/emit/identifier.ts";
import { printString } from "../../codegen/emit/literal.ts";
import type { Files } from "./step-sources.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";
import { fileOf, triggerOf } from "./workflow-facts.ts";

/** The routes that start a workflow: by an HTTP call, and by its schedule where it has one. `isAliased`: its module is not what `@/workflows/…` leads to. */
export function printTriggerRoutes(workflow: ProjectWorkflow, isAliased: boolean): Files {
  const file = fileOf(workflow);
  const name = printIdentifier(workflow.graph.name);
  // By a name of ours, since a workflow may be called what the route imports.
  const binding = name === "workflow" ? name : `${name} as workflow`;
  const imports = `import { ${binding}, trigger } from ${printString(isAliased ? `../../../../workflows/${file}.ts` : `@/workflows/${file}`)};\n`;
  const routes = new Map([
    [
      `app/api/triggers/${name}/route.ts`,
      `import { serveWorkflow } from "@/server/serve-workflow";\n${imports}\nexport const POST = serveWorkflow(workflow, trigger);\n`,
    ],
  ]);
  if (triggerOf(workflow).on === "schedule") {
    routes.set(
      `app/api/schedules/${file}/route.ts`,
      `import { serveSchedule } from "@/server/serve-schedule";\n${imports}\n/** Called by the cron in vercel.json, or by any other that has CRON_SECRET. */\nexport const GET = serveSchedule(workflow, trigger);\n`,
    );
  }
  return routes;
}
