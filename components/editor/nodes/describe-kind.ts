import { registry } from "../../../plugins/registry.generated.ts";
import { canvasText } from "../../text/canvas.ts";

/** What people call a kind of node. */
export interface KindDescription {
  readonly kind: string;
  readonly label: string;
  readonly description: string;
  /** The service's label; undefined for what is built in. */
  readonly service: string | undefined;
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

const byKind = new Map(knownKinds.map((description) => [description.kind, description]));

/** What a kind is called. One that is not known here, such as an action of a service the workspace describes, is read from its name. */
export function describeKind(kind: string): KindDescription {
  return (
    byKind.get(kind) ?? {
      kind,
      label: inWords(kind.split(".")[1] ?? kind),
      description: "",
      service: kind.includes(".") ? inWords(kind.split(".")[0] ?? "") : undefined,
    }
  );
}

function inWords(name: string): string {
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
