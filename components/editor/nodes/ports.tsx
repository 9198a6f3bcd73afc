import { memo } from "react";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import type { Size } from "../model/geometry.ts";
import { hasNamedPorts, inputPlace, portPlaces } from "./node-shape.ts";

/**
 * Where edges enter and leave a node. React Flow finds them by class and attributes; the canvas starts a connection from what has
 * `data-port`, so that a port costs no listener and no subscription of its own.
 */
export const Ports = memo(function Ports({ node, size, wired }: { readonly node: GraphNode; readonly size: Size; readonly wired: string }) {
  const input = inputPlace(node, size);
  const used = wired.split("\n");
  const named = hasNamedPorts(node);
  return (
    <div aria-hidden>
      {input ? (
        <div data-handleid="in" data-handlepos="left" className="target absolute size-0" style={{ left: input.x, top: input.y }}>
          <span className={cn("port-dot size-2 bg-line-strong", used.includes("in") ? "" : "opacity-60")} />
        </div>
      ) : null}
      {portPlaces(node, size).map(({ port, x, y }) => {
        const isError = port === "error";
        const isUsed = used.includes(port);
        return (
          <div
            key={port}
            data-handleid={port}
            data-handlepos={isError ? "bottom" : "right"}
            className="source absolute size-0"
            style={{ left: x, top: y }}
          >
            {named && !isError ? (
              <span className="pointer-events-none absolute right-2.5 max-w-24 -translate-y-1/2 truncate text-2xs font-medium text-muted">
                {port}
              </span>
            ) : null}
            <span
              data-port={port}
              data-node={node.id}
              title={canvasText.node.port(port)}
              className={cn("port nodrag nopan", isError && !isUsed ? "port-shy" : "", isError ? "port-error" : "")}
            >
              <span className={cn("port-dot", isUsed ? "port-used" : "")} />
              {isError ? (
                <span className="pointer-events-none absolute top-1/2 left-full ml-[-2px] -translate-y-1/2 text-2xs text-bad opacity-0 transition-opacity group-hover/node:opacity-100">
                  error
                </span>
              ) : null}
            </span>
          </div>
        );
      })}
    </div>
  );
});
