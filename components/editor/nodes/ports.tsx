import { memo } from "react";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import type { Size } from "../model/geometry.ts";
import { hasNamedPorts, inputPlace, portPlaces, portPitch } from "./node-shape.ts";

/**
 * Where edges enter and leave a node. The canvas starts a connection from what has `data-port`, so that a port costs no listener and no
 * subscription of its own; and all of them are in the flow, laid over the node by a margin: of a thousand nodes, everything positioned is
 * felt when the canvas moves.
 */
export const Ports = memo(function Ports({ node, size, wired }: { readonly node: GraphNode; readonly size: Size; readonly wired: string }) {
  const input = inputPlace(node, size);
  const used = wired.split("\n");
  const named = hasNamedPorts(node);
  // Where the next one begins, from the top.
  let top = 0;
  const after = (y: number, height: number): number => {
    const space = y - height / 2 - top;
    top = y + height / 2;
    return space;
  };
  return (
    <div aria-hidden className="ports" style={{ marginTop: -size.height }}>
      {input ? <i className={cn("port-in", used.includes("in") ? "port-used" : "")} style={{ marginTop: after(input.y, 8) }} /> : null}
      {portPlaces(node, size).map(({ port, x, y }) => {
        const isError = port === "error";
        const isUsed = used.includes(port);
        return (
          <span key={port} className="port-row" style={{ marginTop: after(y, portPitch), marginRight: size.width - x - portPitch / 2 }}>
            {named && !isError ? <span className="port-name">{` ${port} `}</span> : null}
            <i
              data-port={port}
              data-node={node.id}
              title={canvasText.node.port(port)}
              className={cn(
                "port nodrag nopan",
                isUsed ? "port-used" : "",
                isError ? "port-error" : "",
                isError && !isUsed ? "port-shy" : "",
              )}
            />
          </span>
        );
      })}
    </div>
  );
});
