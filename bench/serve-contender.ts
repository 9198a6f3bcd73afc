interface Call {
  readonly call: number;
  readonly command: string;
  readonly argument: unknown;
}

/** A command's work; the bench that calls it knows its argument, so it is as loose as JSON. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Command = (argument: any) => unknown;

/** The contender's side: answers the bench's calls until it is told to stop, or the bench is gone. */
export function serveContender(commands: Readonly<Record<string, Command>>, close: () => Promise<void>): void {
  let closing = false;
  const end = async () => {
    if (closing) return;
    closing = true;
    await close().catch(() => {});
    process.exit(0);
  };
  process.on("disconnect", () => void end());
  process.on("message", async ({ call, command, argument }: Call) => {
    try {
      const value = await commands[command]?.(argument);
      process.send?.({ call, value });
    } catch (error) {
      process.send?.({ call, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}

/** Calls `work` `total` times, `concurrency` at once; the milliseconds of all and of each. */
export async function runMany(total: number, concurrency: number, work: (index: number) => Promise<unknown>): Promise<Timing> {
  const each: number[] = [];
  let next = 0;
  const start = performance.now();
  const lane = async () => {
    while (next < total) {
      const began = performance.now();
      await work(next++);
      each.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: Math.min(total, concurrency) }, lane));
  return { all: performance.now() - start, each };
}

export interface Timing {
  readonly all: number;
  readonly each: readonly number[];
}
