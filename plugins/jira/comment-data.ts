import type { DocumentNode } from "./document.ts";
import type { CreateCommentOutput } from "./types.generated.ts";

/** A comment as Jira gives it. */
export interface RawComment extends Omit<CreateCommentOutput, "body"> {
  readonly body?: DocumentNode | null;
}
