/**
 * The two sides of the wall between the server and the SDK's VM, where a run's code is replayed.
 * Types and names only: the prelude is bundled from here for the VM.
 */

/** Where the prelude finds the host: on the host's `console`, the one live object the SDK hands into its VM. */
export const HOST_SYMBOL = "weft/host";

/** In the script of a version whose waits are delivered one at a time, in the order of the log, as its steps are. */
export const WAITS_IN_TURN = "weft/waits-in-turn";

/** What the host offers to one replay of one run. */
export interface HostLeg {
  /** What `env` holds, and why reading other names of it fails; undefined when the version reads none. */
  readonly variables: { readonly values: Readonly<Record<string, string>>; readonly unset: Readonly<Record<string, string>> } | undefined;
  /** The code called a step: `release` is called once, when the log says it is this step's turn to be delivered. */
  call(stepId: string, node: string, args: readonly unknown[], release: () => void): void;
  /** The SDK will look for the step's events under this correlation id. */
  bind(stepId: string, correlationId: string): void;
  /** The step's result, or its error, has reached the code. */
  delivered(stepId: string): void;
  /** What a node waits for next, a sleep or an answer, goes by this correlation id. */
  waits(node: string, correlationId: string): void;
  /** A sleep has begun: `release` is called once, when the log says that it is its turn to end. */
  queue(turnId: string, release: () => void): void;
  /** The code stopped waiting for a hook: what it raced against won. */
  abandoned(sdkToken: string): void;
  /** The child workflow that a node called did not complete. */
  childFailed(node: string, message: string): void;
}

/** The name under which a sleep's turn stands among the steps. */
export function turnIdOf(waitId: string): string {
  return `turn_${waitId}`;
}

export interface Host {
  /** `way`: how the script's waits are delivered. Scripts from before there was a choice name none. */
  open(vmGlobal: Record<string, unknown>, way?: typeof WAITS_IN_TURN): HostLeg;
}
