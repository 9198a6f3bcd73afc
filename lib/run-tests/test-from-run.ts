import { toKebabCase } from "../../codegen/emit/identifier.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findCompileContext } from "../workflows/compile-context.ts";
import { printTest } from "./print-test.ts";
import { recordRun } from "./record-run.ts";

/** A finished run as a Vitest file of an exported project. */
export async function testFromRun(
  server: Pick<Server, "database" | "engine" | "compiler" | "plugins">,
  access: Access,
  id: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const { run, version } = await recordRun(server, access, id);
  const context = await findCompileContext(server, access.workspaceId);
  const compiled = server.compiler.compile(version.graph, context);
  const { name } = version.graph;
  return { name: `${toKebabCase(name)}.${id.toLowerCase()}.test.ts`, text: printTest(name, compiled.version.steps, run, context.catalog) };
}
