import { registry } from "../../../plugins/registry.generated.ts";
import { canvasText } from "../../text/canvas.ts";
import type { KindLabel } from "./describe-kind.ts";

/** A kind of node as the palette offers it. */
export interface KindDescription extends KindLabel {
  readonly description: string;
}

const builtIn: readonly KindDescription[] = Object.entries(canvasText.kinds).map(([kind, { label, description }]) => ({
  kind,
  label,
  description,
  service: undefined,
}));

const actions: readonly KindDescription[] = registry.flatMap((entry) =>
  entry.actions.map(({ name, label, description }) => ({ kind: `${entry.name}.${name}`, label, description, service: entry.label })),
);

/** Every kind that Weft itself brings; what a workspace describes is asked of the server. */
export const knownKinds: readonly KindDescription[] = [...builtIn, ...actions];

const byKind = new Map(knownKinds.map((known) => [known.kind, known]));

/** One or two sentences about a kind; empty for one that is not known here. */
export function aboutKind(kind: string): string {
  return byKind.get(kind)?.description ?? "";
}
