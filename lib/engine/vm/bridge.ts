/**
 * The two sides of the wall between the server and the SDK's VM, where a run's code is replayed.
 * Types and names only: the prelude is bundled from here for the VM.
 */

/** Where the prelude finds the host: on the host's `console`, the one live object the SDK hands into its VM. */
export const HOST_SYMBOL = "weft/host";

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
  /** The code stopped waiting for a hook: what it raced against won. */
  abandoned(sdkToken: string): void;
  /** The child workflow that a node called did not complete. */
  childFailed(node: string, message: string): void;
}

export interface Host {
  open(vmGlobal: Record<string, unknown>): HostLeg;
}
