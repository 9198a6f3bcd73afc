import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { CallUse, Proposal } from "../../../lib/api/ai-schemas.ts";
import type { ChangeList } from "./list-changes.ts";

/** One line of what is going on, in words for people. */
export interface LogLine {
  readonly kind: "added" | "changed" | "removed" | "rejected" | "repair";
  readonly text: string;
  /** Why it was rejected, or what has to be repaired. */
  readonly detail?: string;
}

/** How an answer comes along. */
export interface Progress {
  readonly doing: "waiting" | "drawing" | "checking" | "repairing";
  /** Which repair it is: 1 to 3. */
  readonly round: number;
  readonly model: string | undefined;
  readonly log: readonly LogLine[];
  readonly usage: CallUse | undefined;
}

/** A proposal that waits to be accepted or refused. */
export interface OpenProposal extends Omit<Proposal, "graph" | "operations" | "diagnostics"> {
  /** Of the whole proposal. */
  readonly diagnostics: readonly Diagnostic[];
  readonly list: ChangeList;
  /** Keys of the changes that are ticked. */
  readonly chosen: ReadonlySet<string>;
}

/** Where asking is. */
export type AskState =
  | { readonly stage: "idle" }
  | { readonly stage: "asking"; readonly progress: Progress }
  | { readonly stage: "proposal"; readonly progress: Progress; readonly proposal: OpenProposal }
  | {
      readonly stage: "explaining" | "explained";
      readonly about: string | undefined;
      readonly text: string;
      /** Whether there was more to come that did not; not known while it comes. */
      readonly isCut: boolean;
      readonly usage: CallUse | undefined;
    }
  | { readonly stage: "refused"; readonly message: string; readonly usage: CallUse }
  | { readonly stage: "unchanged"; readonly summary: string; readonly usage: CallUse }
  | { readonly stage: "stopped" }
  | { readonly stage: "failed"; readonly error: Error };
