"use client";
import { useQuery } from "@tanstack/react-query";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { useCompiler } from "../compiler/use-compiler.ts";

/** The code that a graph becomes; what keeps it from becoming any is among the document's problems. */
export function useDraftSource(graph: Graph, wanted: boolean): string | undefined {
  const compiler = useCompiler();
  const { data } = useQuery({
    queryKey: ["draft source", JSON.stringify(graph)],
    queryFn: async () => {
      const emitted = await compiler.emit(graph, "publish");
      return emitted.ok ? emitted.source : "";
    },
    enabled: wanted,
    staleTime: Infinity,
    gcTime: 0,
  });
  return data;
}
