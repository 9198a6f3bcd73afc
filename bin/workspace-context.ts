import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolderPath } from "../lib/data-folder.ts";
import type { CompileContext } from "../lib/running-server.ts";
import { findCompileContext } from "../lib/workflows/compile-context.ts";
import { withServer } from "./open-server.ts";

/**
 * The connections, variables and settings that a graph is checked against: those of the workspace when the graph names any and there is a
 * database to ask. No database is made for a check.
 */
export async function findWorkspaceContext(document: string): Promise<Omit<CompileContext, "catalog" | "workflows">> {
  const namesAny = document.includes('"connection"') || /\benv\./.test(document);
  const hasDatabase = (process.env["DATABASE_URL"] ?? "") !== "" || existsSync(join(dataFolderPath(), "pg"));
  if (!namesAny || !hasDatabase) return {};
  const { connections, variables, looseData } = await withServer({ deliver: false }, ({ server }) =>
    findCompileContext(server, server.workspaceId),
  );
  return { connections, variables, looseData };
}
