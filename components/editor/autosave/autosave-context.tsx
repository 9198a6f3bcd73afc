"use client";
import { createContext, useContext } from "react";
import { invariant } from "../../../codegen/invariant.ts";
import type { Autosave, SaveStatus } from "./autosave.ts";

/** Saving, as the rest of the screen may ask for it. */
export interface Saving {
  readonly status: SaveStatus;
  /** Saves what is unsaved, now; resolves with how that ended and the revision the server has. */
  readonly saveNow: () => Promise<SaveStatus>;
  /** For the question about a conflict; undefined while nothing is saved here (a viewer, an old version). */
  readonly autosave: Autosave | undefined;
}

const Context = createContext<Saving | undefined>(undefined);

export const SavingProvider = Context.Provider;

/** How the open workflow is saved; throws outside of an editor's page. */
export function useSaving(): Saving {
  const saving = useContext(Context);
  invariant(saving, "useSaving is called inside a SavingProvider");
  return saving;
}
