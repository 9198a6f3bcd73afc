"use client";
import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { ChangeMark } from "../ai/preview.ts";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { isContainer } from "../../../codegen/schema/node-facts.ts";
import { Mark } from "../../marks/mark.tsx";
import { cn } from "../../ui/cn.ts";
import type { FlowNode } from "../canvas/to-flow.ts";
import type { NodeRun } from "../screen.ts";
import { nameNode, nodeNameId } from "./name-node.ts";
import { NodeBadges, describeBadges } from "./node-badges.tsx";
import { useNodeFacts } from "./node-facts.ts";
import { drawsSame } from "./node-props.ts";
import { card, hasNamedPorts, listedPorts, silhouetteOf } from "./node-shape.ts";
import type { Silhouette } from "./node-shape.ts";
import { NodeTexts } from "./node-texts.tsx";
import { Ports } from "./ports.tsx";
import { RunLine, describeRun } from "./run-line.tsx";
import { summarizeNode, titleOf } from "./summarize-node.ts";

const CORNERS: Readonly<Record<Silhouette, string>> = {
  trigger: "rounded-lg rounded-l-[32px]",
  step: "rounded-lg",
  pure: "rounded-lg",
  choice: "",
  wait: "rounded-[32px]",
  end: "rounded-lg rounded-r-[32px]",
  container: "rounded-lg",
  note: "rounded-lg",
};

const TILES: Readonly<Record<Silhouette, string>> = {
  trigger: "rounded-full bg-accent-soft text-accent",
  step: "rounded-md bg-sunken text-ink",
  pure: "rounded-md bg-sunken text-muted",
  choice: "rounded-md bg-sunken text-muted",
  wait: "rounded-full bg-sunken text-muted",
  end: "rounded-md bg-sunken text-muted",
  container: "rounded-md bg-sunken text-muted",
  note: "",
};

/** The icon kind of a node: a trigger's depends on what fires it. */
function markKind({ kind, config }: GraphNode): string {
  const on = config?.["on"];
  return kind === "trigger" && typeof on === "string" ? `trigger.${on}` : kind;
}

/** A step, a choice, a wait, an end, the trigger, or a collapsed container: mark, label and the one or two settings that matter. */
export const CardNode = memo(function CardNode({ data: { node, name, wired }, selected, width, height }: NodeProps<FlowNode>) {
  const { run, problems, mark, isTyped } = useNodeFacts(node.id);
  const shape = silhouetteOf(node);
  const size = { width: width ?? card.width, height: height ?? card.height };
  const isOff = node.disabled === true;
  const isSkipped = run?.status === "skipped";
  return (
    <div className={cn("group/node size-full", isSkipped ? "opacity-60" : "")}>
      {/* Not drawn, and yet a name: what is only read out must not cost a place of its own in each of a thousand nodes. */}
      <span id={nodeNameId(node.id)} hidden>
        {nameNode(
          [
            titleOf(node),
            summarizeNode(node),
            ...describeBadges(isOff, problems, mark),
            ...(hasNamedPorts(node) ? listedPorts(node) : []),
            run ? describeRun(run) : "",
          ],
          name,
          problems,
          run,
        )}
      </span>
      {shape === "choice" ? <ChoiceBody {...size} className={lookOf(selected, isOff, isSkipped, run, mark)} /> : null}
      <div
        aria-hidden
        className={cn(
          "flex size-full items-center gap-2.5",
          shape === "choice" ? "pl-5" : shape === "wait" ? "pl-3.5" : "pl-3",
          shape === "end" ? "pr-6" : "pr-3",
          shape === "choice" ? "" : cn("node-body border", CORNERS[shape], lookOf(selected, isOff, isSkipped, run, mark)),
        )}
      >
        {isContainer(node) ? (
          <span className="pointer-events-none absolute inset-x-2 -bottom-1.5 -z-1 h-1.5 rounded-b-lg border border-t-0 border-line-strong bg-surface" />
        ) : null}
        <span className={cn("flex size-9 shrink-0 items-center justify-center", isOff ? "text-faint" : TILES[shape])}>
          <Mark kind={markKind(node)} size={18} />
        </span>
        <NodeTexts
          node={node}
          isOff={isOff}
          isTyped={isTyped}
          style={hasNamedPorts(node) ? { marginRight: portColumn(node) } : undefined}
        />
      </div>
      <NodeBadges id={node.id} disabled={isOff} problems={problems} mark={mark} />
      <Ports node={node} size={size} wired={wired} />
      {run ? <RunLine run={run} className="pointer-events-none absolute inset-x-1 top-full mt-1.5" /> : null}
    </div>
  );
}, drawsSame);

/** Room for the names of ports at the right: by their letters, since nothing is measured. */
function portColumn(node: GraphNode): number {
  return Math.min(84, Math.max(...listedPorts(node).map((port) => port.length)) * 6 + 4);
}

/** Of a change that is looked at. */
export const MARKED = { added: "node-added", changed: "node-changed", removed: "node-removed" } as const;

/** Border and ground by selection and state; `--node-*` are read by the body, a box or a drawn shape. */
function lookOf(selected: boolean, isOff: boolean, isSkipped: boolean, run: NodeRun | undefined, mark: ChangeMark | undefined): string {
  return cn(
    isOff ? "node-off" : "",
    mark === undefined ? "" : MARKED[mark],
    isSkipped ? "node-skipped" : "",
    run?.status === "failed" ? "node-failed" : "",
    run?.status === "running" ? "node-running" : "",
    run?.status === "waiting" ? "node-waiting" : "",
    run?.status === "retrying" ? "node-retrying" : "",
    selected ? "node-selected" : "",
  );
}

/** A choice comes to a point where it is entered. */
function ChoiceBody({ width, height, className }: { readonly width: number; readonly height: number; readonly className: string }) {
  const tip = 16;
  const path = `M${tip + 3} .5H${width - 10}q9.5 0 9.5 9.5V${height - 10}q0 9.5-9.5 9.5H${tip + 3}q-4 0-6-3.5L1.5 ${height / 2 + 3}q-1.8-3 0-6L${tip - 3} 4q2-3.5 6-3.5Z`;
  return (
    <svg width={width} height={height} className={cn("node-shape absolute top-0 left-0 -z-1 overflow-visible", className)}>
      <path d={path} />
    </svg>
  );
}
