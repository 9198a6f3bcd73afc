import { existsSync } from "node:fs";
import type { Graph } from "../../codegen/schema/graph.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { dataFolderPath } from "../../lib/data-folder.ts";
import { AppError } from "../../lib/errors.ts";
import { buildProject } from "../../lib/exports/build-project.ts";
import { findCallee } from "../../lib/exports/find-callee.ts";
import { gatherWorkflows } from "../../lib/exports/gather-workflows.ts";
import { installedSources } from "../../lib/exports/sources.ts";
import type { ProjectWorkflow } from "../../lib/exports/workflow-facts.ts";
import { addExampleTest } from "../../lib/run-tests/add-example-test.ts";
import { createPlayer } from "../../lib/run-tests/play-module.ts";
import type { WorkspaceCatalog } from "../../lib/plugins/load-catalog.ts";
import { createCompiler } from "../../lib/workflows/create-compiler.ts";
import { openCatalog } from "../open-catalog.ts";
import type { OpenServer } from "../open-server.ts";
import { openServer } from "../open-server.ts";
import { print, printDiagnostics } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";
import { findWorkspaceContext } from "../workspace-context.ts";
import { writeFolder } from "../write-folder.ts";

export interface ExportOptions {
  readonly out?: string;
  readonly format: "project" | "module" | "json";
  readonly service?: string[];
  readonly force?: boolean;
}

/**
 * `weft export`: workflows as a project of their own, or one as its module or document on standard output. Whatever `weft check` refuses is
 * refused here too, but a connection that is missing: a project has its own.
 */
export async function exportCommand(files: readonly string[], options: ExportOptions): Promise<void> {
  const catalog = await openCatalog(options.service);
  const graphs = await Promise.all(files.map(async (file) => readGraph(parseJson(await readText(file), file))));
  const [first, ...others] = graphs;
  if (!first) throw new UsageError("no workflow was named", "Name a graph document.");
  if (options.format !== "project") {
    if (others.length > 0) throw new UsageError(`${options.format} is the format of one workflow`, "Name one file, or export a project.");
    return print(options.format === "json" ? JSON.stringify(first, null, 2) : (await compileGraphs([first], catalog))[0].source);
  }
  if (options.out === undefined) throw new UsageError("a project needs a folder", "Name one with --out.");
  const gathered = await withWorkspace((find) => gatherWorkflows([first, ...others], find));
  const [root, ...rest] = await compileGraphs(gathered, catalog);
  const play = createPlayer(installedSources);
  const addTest = (workflow: ProjectWorkflow): Promise<ProjectWorkflow> => addExampleTest(workflow, { catalog, play });
  const project = buildProject([await addTest(root), ...(await Promise.all(rest.map(addTest)))], { catalog, sources: installedSources });
  await writeFolder(options.out, project, options.force ?? false);
  console.error(`${options.out}: ${project.size} files. Go on with: cd ${options.out} && npm install && npm run dev`);
}

function readGraph(document: unknown): Graph {
  const parsed = parseGraph(document);
  if ("graph" in parsed) return parsed.graph;
  throw new AppError("invalid_graph", "The document cannot be read.", { details: { diagnostics: parsed.diagnostics } });
}

/** Compiles and checks each graph; warnings go to standard error. */
async function compileGraphs(
  [first, ...others]: readonly [Graph, ...Graph[]],
  catalog: WorkspaceCatalog,
): Promise<[ProjectWorkflow, ...ProjectWorkflow[]]> {
  const context = { ...(await findWorkspaceContext(JSON.stringify([first, ...others]))), catalog };
  const compiler = createCompiler({ catalog, hasConnection: () => true });
  const compileGraph = (document: Graph): ProjectWorkflow => {
    const { graph, version, warnings } = compiler.compile(document, context);
    printDiagnostics(warnings);
    return { graph, source: version.source, steps: version.steps, variables: version.variables ?? [] };
  };
  return [compileGraph(first), ...others.map(compileGraph)];
}

/** Gives a way to look a workflow up in the workspace, which is opened for the first one that is asked for, where there is one at all. */
async function withWorkspace<T>(work: (find: (name: string) => Promise<Graph | undefined>) => Promise<T>): Promise<T> {
  let open: OpenServer | undefined;
  try {
    return await work(async (name) => {
      if (!process.env["DATABASE_URL"] && !existsSync(dataFolderPath())) return undefined;
      open ??= await openServer({ deliver: false });
      return findCallee(open.server, open.access, name);
    });
  } finally {
    await open?.close();
  }
}
