/** One call of a step, as it was recorded. */
export interface RecordedCall {
  /** The step's place in the workflow, where it is known. */
  readonly node?: string;
  /** Which step, such as `slack.sendMessage`. */
  readonly step: string;
  readonly input: unknown;
  readonly output?: unknown;
  /** Given instead of an output where the step failed. */
  readonly error?: { readonly name?: string; readonly message: string; readonly status?: number };
}

export interface Recording {
  /** In the order in which they ended. */
  readonly calls: readonly RecordedCall[];
  /** How approvals and events were answered, by node: `{ answer }`, or `{}` for one that timed out. */
  readonly waits?: Readonly<Record<string, readonly { readonly answer?: unknown }[]>>;
}

/** How a replay went: what differs from the recording, and the workflow's end. */
export interface Ended {
  readonly problems: readonly string[];
  readonly result?: unknown;
  readonly failure?: string;
}
