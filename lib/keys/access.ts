import type { Role } from "../api/workspace-schemas.ts";
import { AppError } from "../errors.ts";

/** `read`: look at everything. `run`: start, cancel and answer runs. `edit`: change workflows, connections, variables. `manage`: members, keys, settings. */
export type Permission = "read" | "run" | "edit" | "manage";
export const ALL_PERMISSIONS: ReadonlySet<Permission> = new Set(["read", "run", "edit", "manage"]);

/** What a caller may touch: one workspace, and in it all workflows or those a key names. */
export interface Access {
  readonly workspaceId: string;
  /** Null for a caller without a key. */
  readonly keyId: string | null;
  /** The person signed in; null for a key, the command line and strangers. */
  readonly userId: string | null;
  readonly permissions: ReadonlySet<Permission>;
  /** Ids of workflows. */
  readonly workflows: "all" | ReadonlySet<string>;
}

/** What each role of a member may do. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(["read"]),
  editor: new Set(["read", "run", "edit"]),
  owner: ALL_PERMISSIONS,
};

/** A caller without a key: may touch nothing that asks for one. */
export function anonymous(workspaceId: string): Access {
  return { workspaceId, keyId: null, userId: null, permissions: new Set(), workflows: new Set() };
}

/** The process itself, for example the command line on the same database: everything in the workspace. */
export function local(workspaceId: string): Access {
  return { workspaceId, keyId: null, userId: null, permissions: ALL_PERMISSIONS, workflows: "all" };
}

/** Whether `access` reaches the workflow. */
export function reaches(access: Access, workflowId: string): boolean {
  return access.workflows === "all" || access.workflows.has(workflowId);
}

/** The ids a list must be narrowed to, or undefined for all. */
export function reachable(access: Access): readonly string[] | undefined {
  return access.workflows === "all" ? undefined : [...access.workflows];
}

/** Throws `forbidden` when a key is not for this workflow. */
export function requireWorkflow(access: Access, workflow: { id: string; name: string }): void {
  if (reaches(access, workflow.id)) return;
  throw new AppError("forbidden", `This key is not for the workflow ${workflow.name}.`, { hint: "Use a key whose scope names it." });
}

/** The person behind a call that only people make; our own mistake when there is none. */
export function personOf(access: Pick<Access, "userId">): string {
  if (access.userId !== null) return access.userId;
  throw new Error("An operation for people was called without one.");
}
