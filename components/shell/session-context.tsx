"use client";
import type { ReactNode } from "react";
import { createContext, useContext } from "react";
import { invariant } from "../../codegen/invariant.ts";

export type Role = "owner" | "editor" | "viewer";

export interface SessionWorkspace {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Who is signed in, and in which workspace this page is. */
export interface Session {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly isAnonymous: boolean };
  readonly workspaces: readonly SessionWorkspace[];
  readonly workspace: SessionWorkspace;
}

const Context = createContext<Session | undefined>(undefined);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <Context value={session}>{children}</Context>;
}

/** The session of a page of a workspace; throws elsewhere. */
export function useSession(): Session {
  const session = useContext(Context);
  invariant(session, "useSession is called on a page of a workspace");
  return session;
}

/** Whether the person may change things here (viewers look). */
export function useCanEdit(): boolean {
  return useSession().workspace.role !== "viewer";
}
