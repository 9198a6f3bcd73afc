"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { publishText } from "../../text/publish.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { diffGraphs, isLayoutOnly } from "./diff-graphs.ts";
import { GraphChanges } from "./graph-changes.tsx";

const CodeDiff = dynamic(async () => (await import("../code/code-diff.tsx")).CodeDiff, { ssr: false, loading: () => <Spinner /> });

/** One side of a comparison. `source` is undefined while it is not there yet. */
export interface ComparedGraph {
  readonly graph: Graph;
  readonly source: string | undefined;
}

/** Two states of a workflow: what changed in the graph, and in the code. */
export function Comparison({ before, after }: { readonly before: ComparedGraph | undefined; readonly after: ComparedGraph }) {
  const [tab, setTab] = useState("changes");
  const diff = diffGraphs(before?.graph ?? { ...after.graph, nodes: [], edges: [] }, after.graph);
  const isSame = before !== undefined && isLayoutOnly(diff);
  const sources = (before === undefined || before.source !== undefined) && after.source !== undefined;
  return (
    <Tabs
      label={publishText.dialog.changes}
      value={tab}
      onChange={setTab}
      className="[&>[role=tablist]]:px-0"
      tabs={[
        {
          id: "changes",
          label: publishText.dialog.changes,
          content: (
            <div className="py-3">
              {isSame ? (
                <p className="text-sm text-muted">{diff.moved > 0 ? publishText.dialog.layoutOnly : publishText.diff.nothing}</p>
              ) : (
                <GraphChanges before={before?.graph} after={after.graph} diff={diff} />
              )}
            </div>
          ),
        },
        {
          id: "code",
          label: publishText.dialog.code,
          content: (
            <div className="h-[min(52vh,30rem)] py-3">
              {sources ? <CodeDiff before={before?.source ?? ""} after={after.source ?? ""} language="typescript" /> : <Spinner />}
            </div>
          ),
        },
      ]}
    />
  );
}
