import type { z } from "zod";

/** What the compiler must know of an action; `plugins/` implements it, the caller passes the catalog in. */
export interface CatalogAction {
  /** The node kind: `<plugin>.<action>`, for example `http.request`. */
  readonly kind: string;
  readonly label: string;
  readonly description: string;
  /** Where the step function lives, as emitted code imports it. */
  readonly step: { readonly module: string; readonly name: string };
  /** The shape of a node's `config`; strings that hold `{{ }}` stand for values of any shape. */
  readonly input: z.ZodType;
  /** The shape of the step's output. */
  readonly output: z.ZodType;
  /** True when the step may answer that its job is not done yet; the code then calls it through `untilDone`. */
  readonly polls?: boolean;
}

/** Every action a graph may use, by kind. */
export interface Catalog {
  readonly actions: ReadonlyMap<string, CatalogAction>;
}
