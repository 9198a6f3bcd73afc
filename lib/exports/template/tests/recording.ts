/** A run, as a test replays it. Moments are ISO 8601. */
export interface Recording {
  readonly startedAt: string;
  readonly endedAt: string;
  /** What came of its calls and waits, in the order in which it came. */
  readonly endings: readonly (RecordedCall | RecordedWait | RecordedSleep)[];
  /** What it returned, or the message it failed with: null for any. */
  readonly outcome: { readonly result: unknown } | { readonly failure: string | null };
}

/** When something ended; what had not ended with the run has none. */
interface Ending {
  readonly at?: string;
}

/** One call of a step. */
export interface RecordedCall extends Ending {
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
export interface RecordedWait extends Ending {
  readonly wait: string;
  /** Which of the node's waits: counted from 0 in the order in which they began. */
  readonly nth: number;
  readonly answer?: unknown;
}

/** The end of a sleep, which are counted from 0 in the order in which they began; the timeout of an approval or an event is one. */
export interface RecordedSleep extends Ending {
  readonly sleep: number;
}

/** How a replay went: what differs from the recording, and the workflow's end. */
export interface Ended {
  readonly problems: readonly string[];
  readonly result?: unknown;
  readonly failure?: string;
}
