import type { Lab } from "./lab.ts";
import type { Figure } from "./measure.ts";

/** Measures the figures named in `ids`, which share a setup; what it starts, it or the lab stops. */
export interface Bench {
  readonly ids: readonly string[];
  run(lab: Lab): Promise<Figure[]>;
}
