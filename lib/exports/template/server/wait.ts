import type { getHookByToken } from "workflow/api";

type Hook = Awaited<ReturnType<typeof getHookByToken>>;

/** What a run waits for: a person's answer, or an event. */
export interface Wait {
  readonly run: string;
  readonly node: string;
  readonly kind: "approval" | "event";
  /** What an approval asks. */
  readonly message: string;
}

/** Reads what the workflow wrote to the hook's metadata. */
export function readWait(hook: Pick<Hook, "runId" | "metadata">): Wait {
  // The workflow's own words: `createHook({ metadata: { node, message, notify } })`.
  const { node = "", message } = (hook.metadata ?? {}) as { node?: string; message?: unknown };
  return {
    run: hook.runId,
    node,
    kind: message === undefined ? "event" : "approval",
    message: message === undefined ? "" : String(message),
  };
}
