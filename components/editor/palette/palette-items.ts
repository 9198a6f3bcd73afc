import type { KindDescription } from "../nodes/known-kinds.ts";
import { canvasText } from "../../text/canvas.ts";
import type { Findable } from "./score.ts";

/** A kind of node as the palette lists it. */
export interface KindItem extends Findable {
  readonly kind: string;
}

/** What other tools call the built-in kinds. */
const ALIASES: Readonly<Record<string, string>> = {
  code: "javascript typescript function script transform",
  "control.if": "condition branch filter else",
  "control.switch": "condition branch route router cases",
  "control.forEach": "loop iterate each map list items batch",
  "control.repeat": "loop while poll until retry",
  "control.sleep": "wait delay pause timer",
  "control.approval": "human approve review confirm person",
  "control.waitForEvent": "webhook callback wait",
  "control.call": "subworkflow child execute workflow",
  "control.set": "edit fields object variables map",
  "control.return": "respond response result output end",
  "control.fail": "error throw stop",
  note: "sticky comment text",
  "http.request": "api fetch rest call url webhook curl",
};

const items = new WeakMap<KindDescription, KindItem>();

export function toItem(description: KindDescription): KindItem {
  let item = items.get(description);
  if (!item) {
    const { kind, label, service } = description;
    item = {
      kind,
      label,
      group: service ?? canvasText.flow,
      keywords: `${kind.replace(".", " ")} ${ALIASES[kind] ?? ""}`,
      description: description.description,
    };
    items.set(description, item);
  }
  return item;
}
