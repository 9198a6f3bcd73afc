import { toKebabCase } from "../../codegen/emit/identifier.ts";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import { AppError } from "../errors.ts";
import type { WorkspaceCatalog } from "../plugins/load-catalog.ts";
import { printService } from "../services/print-service.ts";
import { printEnvExample } from "./env-example.ts";
import { printHomePage } from "./home-page.ts";
import { printPackageJson } from "./package-json.ts";
import { printCalls } from "./called-workflows.ts";
import { printSettings } from "./project-settings.ts";
import { printReadme } from "./readme.ts";
import { refuseNameClashes } from "./refuse-name-clashes.ts";
import type { Sources } from "./sources.ts";
import type { Files } from "./step-sources.ts";
import { collectSources, listImports } from "./step-sources.ts";
import { strictnessOf, withUncheckedBuild } from "./strictness.ts";
import { printTriggerRoutes } from "./trigger-route.ts";
import { printVercelJson } from "./vercel-json.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";
import { fileOf, neededCredentials, titleOf, triggerOf } from "./workflow-facts.ts";

export interface ProjectOptions {
  readonly catalog: WorkspaceCatalog;
  readonly sources: Sources;
}

const TEMPLATE = "lib/exports/template";

/**
 * The files of a Next.js project that runs these workflows, by path; the same bytes for the same workflows. The first one names it.
 * Throws `invalid_input` when a workflow is missing that another one calls, or two things would have one name.
 */
export function buildProject(workflows: readonly [ProjectWorkflow, ...ProjectWorkflow[]], { catalog, sources }: ProjectOptions): Files {
  const credentials = neededCredentials(workflows, catalog);
  refuseNameClashes(workflows, credentials);
  const calls = printCalls(workflows);
  const files = new Map(printSettings(workflows, calls.aliases));
  addWorkflows(workflows, files);
  for (const path of sources.list(TEMPLATE)) files.set(path, sources.read(`${TEMPLATE}/${path}`) ?? "");
  if (strictnessOf(workflows) === "unchecked build") files.set("next.config.ts", withUncheckedBuild(files.get("next.config.ts") ?? ""));
  if (!workflows.some((workflow) => triggerOf(workflow).on === "schedule"))
    for (const path of ["server/serve-schedule.ts", "server/find-scheduled-run.ts"]) files.delete(path);
  for (const workflow of workflows) addAll(printTriggerRoutes(workflow, calls.aliases.has(`@/workflows/${fileOf(workflow)}`)), files);
  addAll(calls.files, files);
  files.set("app/page.tsx", printHomePage(workflows));

  const described = printDescribed(workflows, catalog);
  const own = [...files.keys()].filter((path) => /\.tsx?$/.test(path) && !path.startsWith("plugins/"));
  refuseOutsideSteps(workflows, catalog, (path) => described.has(path) || sources.read(path) !== undefined);
  const collected = collectSources(own, (path) => files.get(path) ?? described.get(path) ?? sources.read(path));
  // Of the kit's own replacements only what a step uses.
  for (const path of files.keys()) if (!collected.files.has(path) && path.startsWith("plugins/")) files.delete(path);
  addAll(collected.files, files);

  const title = titleOf(workflows[0]);
  files.set("package.json", printPackageJson(toKebabCase(workflows[0].graph.name), collected.packages));
  files.set(".env.example", printEnvExample(workflows, credentials));
  files.set("README.md", printReadme(title, workflows, credentials));
  const vercel = printVercelJson(workflows);
  if (vercel !== undefined) files.set("vercel.json", vercel);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addAll(from: Files, to: Map<string, string>): void {
  for (const [path, text] of from) to.set(path, text);
}

function addWorkflows(workflows: readonly ProjectWorkflow[], files: Map<string, string>): void {
  for (const workflow of workflows) {
    const path = `workflows/${fileOf(workflow)}.ts`;
    if (files.has(path)) {
      throw new AppError("invalid_input", `Two workflows would both be ${path}.`, {
        hint: `Rename one of those called ${workflow.graph.name}.`,
      });
    }
    files.set(path, workflow.source);
    addAll(workflow.tests ?? new Map(), files);
  }
  for (const { source, graph } of workflows) {
    for (const { specifier, names } of listImports(source)) {
      if (!specifier.startsWith("@/workflows/") || files.has(`${specifier.slice(2)}.ts`)) continue;
      throw new AppError("invalid_input", `${graph.name} calls the workflow ${names.join(", ")}, which is not among those to export.`, {
        hint: "Export it together with this one.",
        details: { workflow: names[0] },
      });
    }
  }
}

/** The sources of a plugin that is installed beside Weft are its own package's, which an export does not take apart. */
function refuseOutsideSteps(workflows: readonly ProjectWorkflow[], catalog: WorkspaceCatalog, isThere: (path: string) => boolean): void {
  for (const { action: kind = "" } of workflows.flatMap(({ steps }) => steps)) {
    const action = catalog.actions.get(kind);
    if (!action || isThere(`${action.step.module.slice(2)}.ts`)) continue;
    throw new AppError("invalid_input", `${kind} is of a plugin from outside, whose sources an export cannot take along.`, {
      hint: `Export the module alone (--format module) and install the plugin of ${action.plugin.label} where it runs.`,
    });
  }
}

/** The steps of services that are described, as a person would have written them. */
function printDescribed(workflows: readonly ProjectWorkflow[], catalog: WorkspaceCatalog): Files {
  const used = new Map<string, Set<string>>();
  for (const { action } of workflows.flatMap(({ steps }) => steps)) {
    const [service = "", name = ""] = action?.split(".") ?? [];
    used.set(service, (used.get(service) ?? new Set()).add(name));
  }
  const files = new Map<string, string>();
  for (const [name, names] of used) {
    const service = catalog.services.get(name);
    const printed = service ? printService(service, names) : {};
    for (const [path, text] of Object.entries(printed)) files.set(`plugins/${kebabCase(name)}/${path}`, text);
  }
  return files;
}
