import { fatal } from "../../kit/failure.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import { chooseTransition } from "../choose-transition.ts";
import { toDocument } from "../document.ts";
import type { TransitionIssueInput, TransitionIssueOutput } from "../types.generated.ts";

interface Answer {
  readonly transitions: readonly TransitionIssueOutput[];
}

/** Moves an issue to another status, with a comment if you like. */
export async function transitionIssue(
  { issueIdOrKey, transition, resolution, comment }: TransitionIssueInput,
  options: StepOptions = {},
): Promise<TransitionIssueOutput> {
  "use step";
  const to = path`/rest/api/3/issue/${issueIdOrKey}/transitions`;
  const { transitions } = await jira.send<Answer>({ path: to }, options);
  const chosen = chooseTransition(transitions, transition);
  if (!chosen) {
    const possible = transitions.map(({ name }) => name).join(", ") || "none";
    throw fatal(`${issueIdOrKey} has no transition "${transition}" from where it is, only: ${possible}.`, { name: "InvalidInput" });
  }
  const fields = resolution === undefined ? undefined : { resolution: { name: resolution } };
  const update = comment === undefined ? undefined : { comment: [{ add: { body: toDocument(comment) } }] };
  await jira.send({ path: to, json: { transition: { id: chosen.id }, fields, update } }, options);
  return chosen;
}
