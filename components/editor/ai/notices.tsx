"use client";
import { Eye } from "lucide-react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Notice } from "../../../lib/api/ai-schemas.ts";
import { askText } from "../../text/ask.ts";
import { titleById } from "../canvas/title-by-id.ts";
import { indexOf } from "../model/graph-index.ts";
import { NodeLink } from "./node-link.tsx";

const text = askText.proposal;

/** What of a proposal reaches out of the workflow or takes something away: what a person should have seen before they accept it. */
export function Notices({ notices, graph }: { readonly notices: readonly Notice[]; readonly graph: Graph }) {
  if (notices.length === 0) return null;
  return (
    <section aria-label={text.notices} className="rounded-lg bg-warn-soft px-3 py-2.5">
      <h4 className="flex items-center gap-2 text-sm font-medium">
        <Eye aria-hidden className="size-4 text-warn" />
        {text.notices}
      </h4>
      <ul className="mt-1.5 flex flex-col gap-1 text-sm">
        {notices.map(({ kind, node, message }) => (
          <li key={`${kind} ${node} ${message}`} className="min-w-0 break-words">
            {indexOf(graph).nodes.has(node) ? <NodeLink id={node}>{titleById(graph, node)}</NodeLink> : null}
            <span className="block">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
