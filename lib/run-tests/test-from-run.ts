import { toKebabCase } from "../../codegen/emit/identifier.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { printTest } from "./print-test.ts";
import { recordTest } from "./record-test.ts";

/** A finished run as a Vitest file of an exported project. Throws what `recordTest` does. */
export async function testFromRun(
  server: Pick<Server, "database" | "engine" | "compiler" | "plugins" | "playModule">,
  access: Access,
  id: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const { run, version, steps, catalog } = await recordTest(server, access, id);
  const { name } = version.graph;
  return { name: `${toKebabCase(name)}.${id.toLowerCase()}.test.ts`, text: printTest(name, steps, run, catalog) };
}
