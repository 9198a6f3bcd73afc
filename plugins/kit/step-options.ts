/** A step's second argument. */
export interface StepOptions {
  /** The alias of a stored credential; without it, the service's own. */
  readonly connection?: string;
  /** How long one attempt may take, for example `30s`. */
  readonly timeout?: string;
  /** What a polling step gave as its job, from the second call on. */
  readonly job?: unknown;
}

/** Every step function: plain, durable where a workflow calls it, callable anywhere else too. */
export type Step<Input, Output> = (input: Input, options?: StepOptions) => Promise<Output>;
