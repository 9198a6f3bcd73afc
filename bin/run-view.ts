import type { RunMessage } from "../lib/runs/watch-run.ts";
import { duration, mark } from "./print.ts";

/** What a step message carries, as far as a line shows it. */
interface Step {
  readonly id: string;
  readonly node: string;
  readonly label: string;
  readonly status: string;
  readonly attempt: number;
  readonly startedAt: string | null;
  readonly durationMs: number | null;
  readonly error: { readonly message: string } | null;
}

interface Wait {
  readonly node: string;
  readonly kind: "approval" | "event";
  readonly message: string | null;
  /** The command may answer everything. */
  readonly url: string;
}

export interface RunView {
  show(message: RunMessage): void;
  end(): void;
}

const MARKS: Record<string, string> = {
  completed: "✓",
  failed: "✗",
  cancelled: "–",
  running: "▸",
  retrying: "↻",
  waiting: "⏸",
  pending: "·",
};
const STYLES: Record<string, Parameters<typeof mark>[0]> = {
  completed: "green",
  failed: "red",
  retrying: "yellow",
  running: "cyan",
  waiting: "yellow",
};

/**
 * The steps of a run on standard error: redrawn in place when `live` (a terminal), one line for each step that ended when `lines`.
 * What a run waits for is told in either case: someone has to answer it.
 */
export function createRunView(options: { live: boolean; lines: boolean }): RunView {
  const steps = new Map<string, Step>();
  const told = new Set<string>();
  let drawn = 0;
  const clear = (): void => {
    if (drawn > 0) process.stderr.write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  };
  const draw = (): void => {
    clear();
    // A terminal can only be redrawn as far as it shows.
    const shown = [...steps.values()].slice(-((process.stderr.rows ?? 24) - 2));
    for (const step of shown) process.stderr.write(`${line(step)}\n`);
    drawn = shown.length;
  };
  const tick = options.live ? setInterval(draw, 100) : undefined;
  return {
    show(message) {
      if (message.event === "step") {
        // The step messages of a watched run have this shape.
        const step = message.data as Step;
        const known = steps.get(step.id);
        steps.set(step.id, step);
        const ended = step.durationMs !== null || step.status === "failed";
        if (!options.live && options.lines && ended && known?.durationMs === undefined) console.error(line(step));
      }
      if (message.event === "wait") {
        // Likewise.
        const { waits } = message.data as { waits: readonly Wait[] };
        for (const wait of waits.filter(({ url }) => !told.has(url))) {
          told.add(wait.url);
          clear();
          console.error(
            `${mark("yellow", "⏸")} ${wait.node} waits for ${wait.kind === "approval" ? `an approval: ${wait.message ?? ""}` : "an event"}\n  ${wait.url}`,
          );
        }
      }
      if (options.live) draw();
    },
    end() {
      clearInterval(tick);
      if (options.live) draw();
    },
  };
}

/** One line however long an error is: a line that wraps could not be redrawn in place. */
function line(step: Step): string {
  const running = step.status === "running" && step.startedAt !== null ? Date.now() - Date.parse(step.startedAt) : null;
  const took = step.durationMs ?? running;
  const parts: [style: Parameters<typeof mark>[0] | undefined, text: string][] = [
    [STYLES[step.status] ?? "dim", MARKS[step.status] ?? "·"],
    [undefined, step.node],
    ["dim", step.label],
    ["dim", took === null ? "" : duration(Math.max(0, took))],
    ["yellow", step.attempt > 1 ? `attempt ${step.attempt}` : ""],
    ["red", step.error?.message ?? ""],
  ];
  let room = process.stderr.isTTY ? process.stderr.columns : Number.POSITIVE_INFINITY;
  const shown: string[] = [];
  for (const [style, text] of parts) {
    const cut = text.replaceAll("\n", " ").slice(0, Math.max(0, room - 1));
    room -= cut.length + 2;
    if (cut !== "") shown.push(style === undefined ? cut : mark(style, cut));
  }
  return shown.join("  ");
}
