import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findCompileContext } from "../workflows/compile-context.ts";
import { findDocument, findDraft } from "./find-document.ts";

/** The draft as a file to keep: the document, or the module it compiles to. Throws `invalid_graph` for a module of a draft with errors. */
export async function exportDocument(
  server: Pick<Server, "database" | "compiler" | "plugins">,
  access: Access,
  id: string,
  format: "json" | "module",
): Promise<Response> {
  const { name } = await findDocument(server, access, id);
  const graph = await findDraft(server, access, id);
  if (format === "json") return file(`${safeName(graph.name, name)}.json`, `${JSON.stringify(graph, null, 2)}\n`, "application/json");
  const context = await findCompileContext(server, access.workspaceId);
  const { version } = server.compiler.compile(graph, context);
  return file(`${safeName(graph.name, name)}.ts`, version.source, "text/plain; charset=utf-8");
}

function file(name: string, text: string, type: string): Response {
  return new Response(text, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` } });
}

/** A draft's name may be anything; a file's is letters and digits. */
function safeName(...names: readonly string[]): string {
  return names.find((name) => /^[A-Za-z][A-Za-z0-9]{0,99}$/.test(name)) ?? "workflow";
}
