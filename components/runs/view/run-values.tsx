"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CutValue, RunTimeline } from "../../../lib/api/run-schemas.ts";
import { api } from "../../api/client.ts";
import { JsonView } from "../../json/json-view.tsx";
import { jsonText } from "../../text/json.ts";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { formatBytes } from "../format.ts";
import { hasEnded } from "../timeline/apply-messages.ts";
import { runKeys } from "../timeline/run-keys.ts";

/** What went into a run and what came out of it; large values when they are asked for. */
export function RunValues({ run }: { readonly run: RunTimeline["run"] }) {
  const text = runsText.step;
  const [chosen, setChosen] = useState<string>();
  const ended = hasEnded(run.status);
  const tab = chosen ?? (ended && run.status === "completed" ? "result" : "input");
  return (
    <section aria-label={runsText.run} className="flex h-full min-h-0 min-w-0 flex-col bg-surface">
      <Tabs
        label={runsText.run}
        value={tab}
        onChange={setChosen}
        className="flex-1 pt-1 [&>[role=tabpanel]]:overflow-hidden"
        tabs={[
          { id: "input", label: text.runInput, content: <Value run={run.id} part="input" cut={run.input} /> },
          {
            id: "result",
            label: text.runResult,
            content: run.result ? (
              <Value run={run.id} part="result" cut={run.result} />
            ) : (
              <p className="px-4 py-3 text-sm text-muted">{run.status === "failed" ? text.noResultFailed : text.noResult}</p>
            ),
          },
        ]}
      />
    </section>
  );
}

function Value({ run, part, cut }: { readonly run: string; readonly part: "input" | "result"; readonly cut: CutValue }) {
  const [wanted, setWanted] = useState(false);
  const isCut = !("value" in cut);
  const whole = useQuery({
    queryKey: runKeys.whole(run),
    queryFn: ({ signal }) => api("GET /api/runs/{id}", { params: { id: run }, signal }),
    enabled: isCut && wanted,
    staleTime: Infinity,
  });
  const label = part === "input" ? runsText.step.runInput : runsText.step.runResult;
  if (!isCut) return <JsonView value={cut.value} label={label} className="h-full" />;
  if (whole.data) return <JsonView value={whole.data[part]} label={label} className="h-full" />;
  return (
    <div className="flex flex-col items-start gap-2 p-4 text-sm">
      <p className="text-muted">{jsonText.large(formatBytes(cut.bytes))}</p>
      {whole.error ? <Problem error={whole.error} onRetry={() => void whole.refetch()} /> : null}
      {whole.isFetching ? (
        <Spinner />
      ) : (
        <Button size="sm" onClick={() => setWanted(true)}>
          {jsonText.load}
        </Button>
      )}
    </div>
  );
}
