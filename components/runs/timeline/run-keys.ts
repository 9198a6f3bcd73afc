/** The names of what is kept of runs on this page: everything of one run below `run`, every list below `lists`. */
export const runKeys = {
  timeline: (run: string) => ["runs", "run", run, "timeline"] as const,
  step: (run: string, step: string) => ["runs", "run", run, "step", step] as const,
  whole: (run: string) => ["runs", "run", run, "whole"] as const,
  run: (run: string) => ["runs", "run", run] as const,
  lists: ["runs", "lists"] as const,
};
