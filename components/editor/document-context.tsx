"use client";
import { createContext, useContext } from "react";
import { invariant } from "../../codegen/invariant.ts";
import type { DocumentDetails } from "../../lib/api/document-schemas.ts";

/** The workflow that is open: what the server knows of it beside the graph, and what its reader may do. */
export interface OpenDocument {
  readonly workspace: string;
  readonly details: DocumentDetails;
  /** False for a viewer, an old version and a shared workflow: everything can be looked at, nothing changed. */
  readonly canEdit: boolean;
  readonly canRun: boolean;
}

const Context = createContext<OpenDocument | undefined>(undefined);

export const DocumentProvider = Context.Provider;

/** The open workflow; throws outside of an editor. */
export function useOpenDocument(): OpenDocument {
  const open = useContext(Context);
  invariant(open, "useOpenDocument is called inside a DocumentProvider");
  return open;
}
