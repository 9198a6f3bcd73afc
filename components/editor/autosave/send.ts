import type { Graph } from "../../../codegen/schema/graph.ts";

/** The document as the server has it. */
export interface ServerState {
  readonly revision: number;
  readonly graph: Graph;
  /** Who saved it last; null for a key or the command. */
  readonly updatedBy: { readonly id: string; readonly name: string } | null;
}

/** What became of a save: kept; somebody else's came before; nobody answered; or it was refused for a reason that trying again does not mend. */
export type SendResult =
  | { readonly kind: "saved"; readonly revision: number }
  | { readonly kind: "changed"; readonly server: ServerState }
  | { readonly kind: "unreachable" }
  | { readonly kind: "refused"; readonly problem: SaveProblem };

/** Why the server does not take the document, in its words. */
export interface SaveProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** The server as autosave needs it. Neither rejects. */
export interface Send {
  /** Saves what was made on a revision; `last` when the page goes away and nobody waits for the answer. */
  save(request: { readonly revision: number; readonly graph: Graph }, options: { readonly last: boolean }): Promise<SendResult>;
  /** The document as it is now; undefined when it cannot be had. */
  load(): Promise<ServerState | undefined>;
}
