import { cpus, loadavg, totalmem } from "node:os";

/** What the figures of a table depend on besides the code. */
export function describeMachine(): string {
  const [one = 0, five = 0] = loadavg();
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform} ${process.arch}, load ${one.toFixed(1)} (1 min) ${five.toFixed(1)} (5 min), ${new Date().toISOString().slice(0, 16)}Z`;
}
