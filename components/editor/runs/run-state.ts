"use client";
import { atom } from "jotai";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { StepRef } from "../../runs/waterfall/step-ref.ts";

/** The payload as it is edited; undefined until it was read from where it is kept. */
export const payloadAtom = atom<string | undefined>(undefined);

/** Why the last start was refused; undefined when it was not. */
export interface Refusal {
  readonly error: unknown;
  readonly diagnostics: readonly Diagnostic[];
}
export const refusalAtom = atom<Refusal | undefined>(undefined);

/** Whether a start is on its way. */
export const startingAtom = atom(false);

/** The last request to run that was heard: a request is answered once, however many listen. */
export const heardRequestAtom = atom(0);

/** The step of the open run that is looked at. */
export const chosenStepAtom = atom<StepRef | undefined>(undefined);
