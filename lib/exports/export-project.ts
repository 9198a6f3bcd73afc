import { strToU8, zipSync } from "fflate";
import { toKebabCase } from "../../codegen/emit/identifier.ts";
import { invariant } from "../../codegen/invariant.ts";
import { findDocument, findDraft } from "../documents/find-document.ts";
import type { Access } from "../keys/access.ts";
import type { CompileContext, Server } from "../running-server.ts";
import { addExampleTest } from "../run-tests/add-example-test.ts";
import { findCompileContext } from "../workflows/compile-context.ts";
import { buildProject } from "./build-project.ts";
import { findCallee } from "./find-callee.ts";
import { gatherWorkflows } from "./gather-workflows.ts";
import type { Files } from "./step-sources.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";

/** The drafts of some workflows, and the live versions of what they call, as one project in a zip. Throws `invalid_graph` for a draft with errors. */
export async function exportProject(
  server: Pick<Server, "database" | "compiler" | "plugins" | "sources" | "playModule">,
  access: Access,
  ids: readonly [string, ...string[]],
): Promise<Response> {
  const [first, ...others] = await Promise.all(
    ids.map(async (id) => {
      // Whose it is, before anything of it is read.
      await findDocument(server, access, id);
      return findDraft(server, access, id);
    }),
  );
  invariant(first, "the operation asks for one at least");
  const context = await findCompileContext(server, access.workspaceId);
  const [root, ...rest] = await gatherWorkflows([first, ...others], (name) => findCallee(server, access, name));
  const prepare = (document: unknown): Promise<ProjectWorkflow> => {
    const compiled = compileFor(server, document, context);
    return addExampleTest(compiled, { catalog: context.catalog, play: server.playModule });
  };
  const files = buildProject([await prepare(root), ...(await Promise.all(rest.map(prepare)))], {
    catalog: context.catalog,
    sources: server.sources,
  });
  const name = toKebabCase(root.name);
  return new Response(zip(name, files), {
    headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${name}.zip"` },
  });
}

function compileFor(server: Pick<Server, "compiler">, document: unknown, context: CompileContext): ProjectWorkflow {
  const { graph, version } = server.compiler.compile(document, context);
  return { graph, source: version.source, steps: version.steps, variables: version.variables ?? [] };
}

/** The files below one folder. Their time is the same whenever it is made, so that the same files are the same bytes. */
function zip(folder: string, files: Files): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) }));
}
