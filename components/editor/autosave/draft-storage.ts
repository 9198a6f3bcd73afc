import type { Graph } from "../../../codegen/schema/graph.ts";

/** Edits that the server does not have yet, and what they were made on. */
export interface Draft {
  /** Which document, in which workspace, and which tab holds it: a tab never touches another one's. */
  readonly key: string;
  readonly tab: string;
  readonly revision: number;
  readonly base: Graph;
  readonly graph: Graph;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Where unsent edits outlive the tab. All of it may fail (a private window, a full disk): saving then goes on without. */
export interface DraftStorage {
  /** The drafts of a document, whichever tab made them, oldest first. */
  list(key: string): Promise<readonly Draft[]>;
  put(draft: Draft): Promise<void>;
  remove(draft: Pick<Draft, "key" | "tab">): Promise<void>;
  /** Says that the tab will send its drafts itself, until it is gone or calls what this gives. */
  claim(tab: string): () => void;
  /** Whether the tab that made a draft is still there. */
  isClaimed(tab: string): Promise<boolean>;
}
