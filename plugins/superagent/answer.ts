import type { GuardOutput } from "./types.generated.ts";

/** What the service answers: a completion whose content depends on what was asked. */
export interface Completion<Content> {
  readonly choices: readonly { readonly message: { readonly content: Content; readonly reasoning?: string | null } }[];
  readonly usage?: GuardOutput["usage"];
}

/** The content of an answer, with what every answer tells about itself. */
export function readCompletion<Content>({ choices: [choice], usage }: Completion<Content>): {
  content: Content | undefined;
  about: Pick<GuardOutput, "reasoning" | "usage">;
} {
  return { content: choice?.message.content, about: { reasoning: choice?.message.reasoning ?? null, usage: usage ?? null } };
}
