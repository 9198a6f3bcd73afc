/** How long stopping may take before the process ends anyway, in milliseconds. Everything durable is in the database by then. */
const STOP_MS = 2_700;

/** Undoes what was started, last first, on the first signal; a second signal, or a stop that takes too long, ends the process at once. */
export function stopOnSignal(undo: readonly (() => Promise<void>)[]): { now: () => Promise<void>; finished: Promise<void> } {
  const { promise: finished, resolve } = Promise.withResolvers<void>();
  let stopping: Promise<void> | undefined;
  const undoAll = async (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    for (const step of undo.toReversed()) await step().catch((error: unknown) => console.error(error));
    resolve();
  };
  const now = (): Promise<void> => (stopping ??= undoAll());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => (stopping ? process.exit(1) : void now()));
  }
  return { now, finished };
}
