"use client";
import { useIsMutating, useMutationState } from "@tanstack/react-query";
import { useAtomValue, useSetAtom } from "jotai";
import { Pin, PinOff, Play } from "lucide-react";
import { useMemo, useState } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText } from "../../../text/inspector.ts";
import { JsonView } from "../../../json/json-view.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { Problem } from "../../../ui/problem.tsx";
import { StatusBadge } from "../../../ui/run-status.tsx";
import { useOpenDocument } from "../../document-context.tsx";
import { nodeRunsAtom, openRunAtom, runPanelAtom, samplesAtom } from "../../screen.ts";
import { useNodeForm } from "../node-form.tsx";
import { usePins } from "../use-pins.ts";
import { PinEditor } from "./pin-editor.tsx";
import type { NodeRunResult } from "./use-run-node.ts";
import { useRunNode } from "./use-run-node.ts";

const text = inspectorText.test;

/** Kinds that give nothing by themselves. */
const NOT_ALONE: ReadonlySet<string> = new Set(["trigger", "note", "control.if", "control.switch", "control.return", "control.fail"]);

/** Whether a node can be run without the rest of its workflow. */
export function canRunAlone(kind: string): boolean {
  return !NOT_ALONE.has(kind);
}

/** What a node was given and gave, the output that is pinned, and a way to run it alone. */
export function TestTab() {
  const { node, readOnly } = useNodeForm();
  const { canRun } = useOpenDocument();
  const samples = useAtomValue(samplesAtom);
  const nodeRun = useAtomValue(nodeRunsAtom).get(node.id);
  const { pins, pin, unpin } = usePins();
  const [isEditing, setEditing] = useState(false);
  const { result, error, isRunning, run } = useNodeRun(node.id);
  const isPinned = Object.hasOwn(pins, node.id);
  const output = isPinned ? pins[node.id] : result?.status === "completed" ? result.output : samples[node.id];
  const hasOutput = isPinned || result?.status === "completed" || Object.hasOwn(samples, node.id);
  const pinNow = (value: Json): void => pin.mutate({ node: node.id, output: value }, { onSuccess: () => setEditing(false) });
  return (
    <div className="flex flex-col gap-4 p-4">
      {canRun && canRunAlone(node.kind) ? (
        <div className="flex flex-col gap-1.5">
          <div className="flex items-center gap-2">
            <Button look="solid" onClick={run} disabled={isRunning}>
              <Play aria-hidden />
              {isRunning ? text.running : text.run}
            </Button>
            {result ? <Outcome result={result} /> : nodeRun ? <StatusBadge status={nodeRun.status} /> : null}
          </div>
          <p className="text-xs text-muted">{text.runHelp}</p>
          {error ? <Problem error={error} onRetry={run} /> : null}
          {result?.error === undefined ? null : <Problem error={new Error(result.error)} />}
          {result?.status === "waiting" ? <p className="text-xs text-muted">{text.waits}</p> : null}
        </div>
      ) : null}
      {result?.input === undefined || result.input === null ? null : <Value title={text.input} value={result.input} />}
      <section>
        <header className="mb-1.5 flex min-h-7 items-center gap-2">
          <h3 className="text-xs font-medium">{text.output}</h3>
          {isPinned ? (
            <Badge tone="accent">
              <Pin aria-hidden />
              {text.pinned}
            </Badge>
          ) : null}
          <span className="ml-auto flex gap-1">
            {readOnly || !hasOutput || isPinned ? null : (
              // What a run gave is JSON.
              <Button look="ghost" size="sm" disabled={pin.isPending} onClick={() => pinNow((output ?? null) as Json)}>
                <Pin aria-hidden />
                {text.pin}
              </Button>
            )}
            {readOnly || node.kind === "note" ? null : (
              <Button look="ghost" size="sm" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
                {text.editPin}
              </Button>
            )}
            {isPinned && !readOnly ? (
              <Button look="ghost" size="sm" disabled={unpin.isPending} onClick={() => unpin.mutate(node.id)}>
                <PinOff aria-hidden />
                {text.unpin}
              </Button>
            ) : null}
          </span>
        </header>
        {pin.error || unpin.error ? <Problem error={pin.error ?? unpin.error} /> : null}
        {isEditing ? (
          <PinEditor value={output} onSave={pinNow} onCancel={() => setEditing(false)} isSaving={pin.isPending} />
        ) : hasOutput ? (
          <div className="h-72 overflow-hidden rounded-md border border-line">
            <JsonView value={output} label={text.output} />
          </div>
        ) : (
          <p className="text-xs text-muted">{text.noOutput}</p>
        )}
        {isPinned ? <p className="mt-1.5 text-xs text-muted">{text.pinnedHelp}</p> : null}
      </section>
    </div>
  );
}

function Value({ title, value }: { readonly title: string; readonly value: unknown }) {
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-medium">{title}</h3>
      <div className="h-40 overflow-hidden rounded-md border border-line">
        <JsonView value={value} label={title} />
      </div>
    </section>
  );
}

function Outcome({ result }: { readonly result: NodeRunResult }) {
  const openRun = useSetAtom(openRunAtom);
  const showPanel = useSetAtom(runPanelAtom);
  return (
    <span className="flex items-center gap-2 text-xs text-muted" aria-live="polite">
      <StatusBadge status={result.status} />
      {result.durationMs === null ? null : <span className="tabular-nums">{text.took(result.durationMs)}</span>}
      <Button
        look="link"
        size="sm"
        onClick={() => {
          openRun(result.run);
          showPanel(true);
        }}
      >
        {text.open}
      </Button>
    </span>
  );
}

/** The last run of the node alone, whoever asked for it: the header's menu or this tab. */
function useNodeRun(nodeId: string) {
  const { details, workspace } = useOpenDocument();
  const mutation = useRunNode(nodeId);
  const samples = useAtomValue(samplesAtom);
  const mutationKey = useMemo(() => ["run-node", workspace, details.id, nodeId], [workspace, details.id, nodeId]);
  const isRunning = useIsMutating({ mutationKey }) > 0;
  const last = useMutationState({ filters: { mutationKey }, select: ({ state }) => state }).at(-1);
  // What is under this key is what `useRunNode` gave.
  const result = last?.status === "success" ? (last.data as NodeRunResult) : undefined;
  return {
    isRunning,
    result,
    error: last?.status === "error" ? last.error : undefined,
    // Samples came as JSON.
    run: () => mutation.mutate(samples as Readonly<Record<string, Json>>),
  };
}
