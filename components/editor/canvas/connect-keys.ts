import { canvasText } from "../../text/canvas.ts";
import { connect } from "../model/commands/connect.ts";
import type { Point } from "../model/geometry.ts";
import { absolutePosition } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import type { Direction } from "../model/navigate.ts";
import { portsOf } from "../model/ports.ts";
import type { ActionContext } from "./actions.ts";
import { announceAtom } from "./announcer.tsx";
import { canvasApiAtom } from "./canvas-api.ts";
import type { Connecting } from "./canvas-state.ts";
import { connectingAtom } from "./canvas-state.ts";
import { connectVerdict } from "./connect-verdict.ts";
import { titleById } from "./title-by-id.ts";

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** What a key does while a connection is drawn with the keys; false for a key that is none of these. */
export function connectByKey({ editor, atoms }: ActionContext, key: string): boolean {
  const connecting = atoms.get(connectingAtom);
  if (connecting?.by !== "keys") return false;
  const { graph } = editor.state;
  const say = (words: string): void => atoms.set(announceAtom, words);
  const direction = DIRECTIONS[key];
  if (direction) {
    const target = nextTarget(editor, connecting, direction);
    if (target === undefined) return true;
    atoms.set(connectingAtom, { ...connecting, target });
    atoms.get(canvasApiAtom)?.reveal(target);
    say(canvasText.connect.choose(titleById(graph, target)));
    return true;
  }
  if (key === "Enter" && connecting.target !== undefined) {
    const { node, port, target } = connecting;
    editor.edit({ label: canvasText.edits.connect, source: "canvas" }, (before) => connect(before, { source: node, port, target }));
    atoms.set(connectingAtom, undefined);
    atoms.get(canvasApiAtom)?.reveal(node);
    say(canvasText.said.connected(titleById(graph, node), titleById(graph, target)));
    return true;
  }
  if (key === "Escape") {
    atoms.set(connectingAtom, undefined);
    atoms.get(canvasApiAtom)?.reveal(connecting.node);
    say(canvasText.said.cancelled);
    return true;
  }
  if (key.toLowerCase() === "c") {
    const node = indexOf(graph).nodes.get(connecting.node);
    const ports = node ? portsOf(node) : [];
    const port = ports[(ports.indexOf(connecting.port) + 1) % Math.max(1, ports.length)];
    if (port === undefined) return true;
    atoms.set(connectingAtom, { node: connecting.node, port, by: "keys" });
    say(canvasText.connect.port(port));
    return true;
  }
  return key === "Enter";
}

/** The nearest node that can be joined, in a direction from the one that is chosen; what lies beside the way counts twice. */
function nextTarget(editor: ActionContext["editor"], { node, port, target }: Connecting, direction: Direction): string | undefined {
  const { graph } = editor.state;
  const from = absolutePosition(graph, target ?? node);
  let best: string | undefined;
  let least = Infinity;
  for (const { id } of graph.nodes) {
    if (id === target || connectVerdict(graph, node, port, id) !== true) continue;
    const reach = distance(from, absolutePosition(graph, id), direction);
    if (reach >= least) continue;
    best = id;
    least = reach;
  }
  return best;
}

function distance(from: Point, to: Point, direction: Direction): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const ahead = direction === "right" ? dx : direction === "left" ? -dx : direction === "down" ? dy : -dy;
  const beside = direction === "right" || direction === "left" ? Math.abs(dy) : Math.abs(dx);
  return ahead <= 0 ? Infinity : ahead + 2 * beside;
}
