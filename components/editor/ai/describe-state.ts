import { askText as text } from "../../text/ask.ts";
import type { AskState, Progress } from "./ask-state.ts";

/** Where asking is, as it is read out. */
export function describeState(state: AskState): string {
  switch (state.stage) {
    case "idle":
      return "";
    case "asking":
      return state.progress.log.at(-1)?.text ?? describeDoing(state.progress);
    case "proposal":
      return `${text.proposal.title}: ${text.changes(state.proposal.list.changes.length)}. ${state.proposal.summary}`;
    case "explaining":
      return text.explaining;
    case "explained":
      return state.text;
    case "refused":
      return `${text.refused}. ${state.message}`;
    case "unchanged":
      return text.unchanged;
    case "stopped":
      return text.stopped;
    // It is an alert of its own.
    case "failed":
      return "";
  }
}

/** What the model is at. */
export function describeDoing({ doing, round }: Progress): string {
  return doing === "repairing" ? text.doing.repairing(round) : text.doing[doing];
}
