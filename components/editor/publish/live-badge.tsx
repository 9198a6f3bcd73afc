"use client";
import { useEffect, useState } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { editorText } from "../../text/editor.ts";
import { Badge } from "../../ui/badge.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { useVersion } from "./use-versions.ts";

/** How long the draft has to be at rest before it is compared with what is live, in milliseconds. */
const REST_MS = 400;

/** Whether the workflow is live, and whether the draft is ahead of it. */
export function LiveBadge() {
  const { live, trigger } = useOpenDocument().details;
  const lags = useLags();
  const text = editorText.live;
  if (live === null) {
    return (
      <Tooltip label={text.noneHint}>
        <button type="button" className="rounded-sm">
          <Badge>{text.none}</Badge>
        </button>
      </Tooltip>
    );
  }
  const hint = [trigger.enabled ? "" : text.offHint, lags ? text.lagsHint : text.liveHint].filter((part) => part !== "").join(" ");
  return (
    <Tooltip label={hint}>
      <button type="button" className="rounded-sm" aria-label={lags ? text.lags(live.version) : text.live(live.version)}>
        <Badge tone={trigger.enabled ? (lags ? "warn" : "good") : "neutral"}>
          <span aria-hidden className={`size-1.5 rounded-full bg-current ${lags ? "bg-transparent ring-1 ring-current" : ""}`} />
          {text.live(live.version)}
          {lags ? <span className="max-lg:hidden">· {text.lagsShort}</span> : null}
          {trigger.enabled ? null : <span>· {text.off}</span>}
        </Badge>
      </button>
    </Tooltip>
  );
}

/** Whether the draft as it is now means something else than what is live; looked at when it rests. */
function useLags(): boolean {
  const { live } = useOpenDocument().details;
  const editor = useEditor();
  const version = useVersion(live?.version);
  const [compared, setCompared] = useState<boolean>();
  const graph = version.data?.graph;
  useEffect(() => {
    if (!graph) return undefined;
    // Loaded with what is live, after the canvas is there.
    const reading = Promise.all([import("./read-graph.ts"), import("./diff-graphs.ts")]).then(([{ readGraph }, comparing]) => ({
      published: readGraph(graph),
      ...comparing,
    }));
    let last: Graph | undefined;
    const compare = async (): Promise<void> => {
      const { published, diffGraphs, isLayoutOnly } = await reading;
      if (!published || editor.state.graph === last) return;
      last = editor.state.graph;
      setCompared(!isLayoutOnly(diffGraphs(published, last)));
    };
    let timer = setTimeout(() => void compare(), 0);
    const stop = editor.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void compare(), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [graph, editor]);
  return compared ?? live?.lags ?? false;
}
