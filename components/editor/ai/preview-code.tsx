"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { askText as text } from "../../text/ask.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { useCompiler } from "../compiler/use-compiler.ts";
import type { CompilerClient } from "../compiler/compiler-client.ts";
import type { Preview } from "./preview.ts";

const CodeDiff = dynamic(async () => (await import("../code/code-diff.tsx")).CodeDiff, { ssr: false, loading: () => <Spinner /> });

/** The code that a proposal changes, before and after. */
export function PreviewCode({ preview: { before, after } }: { readonly preview: Preview }) {
  const compiler = useCompiler();
  const { data } = useQuery({
    queryKey: ["preview code", JSON.stringify([before, after])],
    // One after the other: the compiler answers the last question only.
    queryFn: async () => ({ before: await codeOf(compiler, before), after: await codeOf(compiler, after) }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className="h-full bg-surface">
      {data === undefined ? (
        <div className="p-4">
          <Spinner />
        </div>
      ) : data.after === "" ? (
        <p className="p-4 text-sm text-muted">{text.codeNone}</p>
      ) : (
        <CodeDiff before={data.before} after={data.after} language="typescript" />
      )}
    </div>
  );
}

async function codeOf(compiler: CompilerClient, graph: Graph): Promise<string> {
  const emitted = await compiler.emitDraft(graph);
  return emitted.ok ? emitted.source : "";
}
