/** One call of a step. */
export interface RecordedCall {
  /** The step's place in the workflow, where it is known. */
  readonly node?: string;
  /** Which step, such as `slack.sendMessage`. */
  readonly step: string;
  readonly input: unknown;
  readonly output?: unknown;
  /** Given instead of an output where the step failed. */
  readonly error?: { readonly name?: string; readonly message: string; readonly status?: number };
  /** The run ended while this was under way. */
  readonly cutOff?: true;
}

/** What a node that waits for an approval or an event was given: no `answer` when nobody answered. */
export interface RecordedWait {
  readonly wait: string;
  /** Which of the node's waits: counted from 0 in the order in which they began. */
  readonly nth: number;
  readonly answer?: unknown;
}

/** The end of a sleep, which are counted from 0 in the order in which they began; the timeout of an approval or an event is one. */
export interface RecordedSleep {
  readonly sleep: number;
}

/** What came of a run's calls and waits, in the order in which it came. */
export type Recording = readonly (RecordedCall | RecordedWait | RecordedSleep)[];

/** How a replay went: what differs from the recording, and the workflow's end. */
export interface Ended {
  readonly problems: readonly string[];
  readonly result?: unknown;
  readonly failure?: string;
}
