import { labels } from "../../../plugins/labels.generated.ts";
import { canvasText } from "../../text/canvas.ts";

/** What people call a kind of node. */
export interface KindLabel {
  readonly kind: string;
  readonly label: string;
  /** The service's label; undefined for what is built in. */
  readonly service: string | undefined;
}

/** What a kind is called. One that is not known here, such as an action of a service the workspace describes, is read from its name. */
export function describeKind(kind: string): KindLabel {
  const builtIn = canvasText.kinds[kind];
  if (builtIn) return { kind, label: builtIn.label, service: undefined };
  const [name = "", action] = kind.split(".");
  const service = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return {
    kind,
    label: (action === undefined ? undefined : service?.actions[action]) ?? inWords(action ?? kind),
    service: action === undefined ? undefined : (service?.label ?? inWords(name)),
  };
}

function inWords(name: string): string {
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
