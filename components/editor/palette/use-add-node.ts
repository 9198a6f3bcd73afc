"use client";
import { useStore } from "jotai";
import { useCallback } from "react";
import { canvasText } from "../../text/canvas.ts";
import { announceAtom } from "../canvas/announcer.tsx";
import { canvasApiAtom } from "../canvas/canvas-api.ts";
import { snapPoint } from "../canvas/snap-point.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import type { NewNode } from "../model/commands/add-node.ts";
import { addNode } from "../model/commands/add-node.ts";
import type { Point } from "../model/geometry.ts";
import { emptyContainerSize, overlaps, positionOf, toParent } from "../model/geometry.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { isContainer, portOf } from "../../../codegen/schema/node-facts.ts";
import { indexOf } from "../model/graph-index.ts";
import { portsOf } from "../model/ports.ts";
import { describeKind } from "../nodes/describe-kind.ts";
import { card, shapesOf, sizesOf } from "../nodes/node-shape.ts";
import type { PaletteRequest } from "../screen.ts";
import { rememberKind } from "./recents.ts";

/** Adds a node of a kind where the palette was opened for, or after what is selected, or in the middle of what is in sight. */
export function useAddNode(): (kind: string, at: PaletteRequest["at"]) => void {
  const editor = useEditor();
  const atoms = useStore();
  const { canEdit } = useOpenDocument();
  return useCallback(
    (kind, at) => {
      if (!canEdit) return;
      const api = atoms.get(canvasApiAtom);
      const { label } = describeKind(kind);
      let added: string | undefined;
      editor.edit({ label: canvasText.edits.add(label), source: "canvas" }, (graph, selection) => {
        const wanted = placeOf(graph, kind, at ?? selectedPort(graph, selection.last), api?.center() ?? { x: 0, y: 0 });
        const result = addNode(graph, { kind, ...wanted }, sizesOf(graph));
        added = result.id;
        return result;
      });
      rememberKind(kind);
      if (added === undefined) return;
      atoms.set(announceAtom, canvasText.said.added(label));
      api?.reveal(added);
    },
    [atoms, canEdit, editor],
  );
}

/** The first port of the selected node that nothing leaves by yet. */
function selectedPort(graph: Graph, id: string | undefined): PaletteRequest["at"] {
  const node = id === undefined ? undefined : indexOf(graph).nodes.get(id);
  if (!node) return undefined;
  const used = new Set(indexOf(graph).outgoing(node.id).map(portOf));
  const port = portsOf(node).find((each) => each !== "error" && !used.has(each)) ?? portsOf(node)[0];
  return port === undefined ? undefined : { kind: "port", node: node.id, port };
}

function placeOf(graph: Graph, kind: string, at: PaletteRequest["at"], center: Point): Omit<NewNode, "kind"> {
  switch (at?.kind) {
    case "port": {
      const source = indexOf(graph).nodes.get(at.node);
      if (kind === "note" || kind === "trigger") return { position: freePlace(graph, center) };
      const after = { node: at.node, port: at.port };
      if (!at.position) return { after };
      const { x, y } = toParent(graph, at.position, source?.parent);
      return { after, position: snapPoint({ x, y: y - card.height / 2 }) };
    }
    case "edge":
      return { onEdge: at.edge };
    case "place": {
      const { x, y } = toParent(graph, at.position, at.parent);
      const isFrame = isContainer({ id: "", kind });
      const size = isFrame ? emptyContainerSize : card;
      const parent = at.parent === undefined ? {} : { parent: at.parent };
      // The middle of an empty loop is where its first step is wanted, whole.
      return {
        ...parent,
        position: snapPoint({
          x: Math.max(at.parent === undefined ? -Infinity : 40, x - size.width / 2),
          y: Math.max(at.parent === undefined ? -Infinity : 64, y - card.height / 2),
        }),
      };
    }
    case undefined:
      return { position: freePlace(graph, center) };
  }
}

/** The first free place below a point. */
function freePlace(graph: Graph, { x, y }: Point): Point {
  const shapes = shapesOf(graph);
  const boxes = indexOf(graph)
    .children(undefined)
    .flatMap((node) => {
      const shape = shapes.get(node.id);
      const at = positionOf(node);
      return shape ? [{ x: at.x + shape.x, y: at.y + shape.y, width: shape.width, height: shape.height }] : [];
    });
  const place = snapPoint({ x: x - card.width / 2, y: y - card.height / 2 });
  let top = place.y;
  for (
    let hit = boxes.find((box) => overlaps({ ...place, ...card, y: top }, box));
    hit;
    hit = boxes.find((box) => overlaps({ ...place, ...card, y: top }, box))
  ) {
    top = Math.ceil((hit.y + hit.height + 40) / 20) * 20;
  }
  return { x: place.x, y: top };
}
