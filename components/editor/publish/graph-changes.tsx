"use client";
import { Minus, Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";
import { GraphSketch } from "../../templates/graph-sketch.tsx";
import { publishText } from "../../text/publish.ts";
import { cn } from "../../ui/cn.ts";
import type { FieldChange, GraphDiff } from "./diff-graphs.ts";

interface GraphChangesProps {
  /** Undefined where nothing was before: the first version. */
  readonly before: Graph | undefined;
  readonly after: Graph;
  readonly diff: GraphDiff;
}

/** What changed from one graph to another: both in small, then node by node and field by field. */
export function GraphChanges({ before, after, diff }: GraphChangesProps) {
  const text = publishText.diff;
  return (
    <div className="flex flex-col gap-4">
      <div className={cn("grid gap-3", before ? "sm:grid-cols-2" : "")}>
        {before ? <Sketch title={text.before} graph={before} /> : null}
        <Sketch title={text.after} graph={after} />
      </div>
      <ul className="flex flex-col gap-1.5">
        {diff.fields.length > 0 ? (
          <Entry mark="changed" name={text.workflow}>
            <Fields fields={diff.fields} />
          </Entry>
        ) : null}
        {diff.added.map((node) => (
          <Entry key={node.id} mark="added" name={nameOf(node)} kind={node.kind} />
        ))}
        {diff.removed.map((node) => (
          <Entry key={node.id} mark="removed" name={nameOf(node)} kind={node.kind} />
        ))}
        {diff.changed.map(({ node, renamedFrom, fields }) => (
          <Entry
            key={node.id}
            mark="changed"
            name={nameOf(node)}
            kind={node.kind}
            {...(renamedFrom === undefined ? {} : { note: text.renamed(renamedFrom) })}
          >
            <Fields fields={fields} />
          </Entry>
        ))}
        {diff.connected.map((edge) => (
          <Entry key={`+${edge.id}`} mark="added" name={`${text.connected}: ${edgeName(edge)}`} />
        ))}
        {diff.disconnected.map((edge) => (
          <Entry key={`-${edge.id}`} mark="removed" name={`${text.disconnected}: ${edgeName(edge)}`} />
        ))}
      </ul>
      {diff.moved > 0 ? <p className="text-xs text-muted">{text.moved(diff.moved)}</p> : null}
    </div>
  );
}

function Sketch({ title, graph }: { readonly title: string; readonly graph: Graph }) {
  return (
    <figure className="overflow-hidden rounded-lg border border-line">
      <GraphSketch graph={{ ...graph }} />
      <figcaption className="px-2.5 py-1 text-xs text-muted">{title}</figcaption>
    </figure>
  );
}

const MARKS = {
  added: { Icon: Plus, tone: "bg-good-soft text-good" },
  removed: { Icon: Minus, tone: "bg-bad-soft text-bad" },
  changed: { Icon: Pencil, tone: "bg-warn-soft text-warn" },
} as const;

/** One thing that changed, with its details below. */
export function Entry({
  mark,
  name,
  kind,
  note,
  lead,
  children,
}: {
  readonly mark: keyof typeof MARKS;
  readonly name: ReactNode;
  readonly kind?: string;
  readonly note?: string;
  /** Before everything else: a box to tick. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { Icon, tone } = MARKS[mark];
  return (
    <li className="rounded-md border border-line bg-surface">
      <div className="flex items-center gap-2 px-2.5 py-1.5">
        {lead}
        <span className={cn("flex size-5 shrink-0 items-center justify-center rounded-sm", tone)} title={publishText.diff[mark]}>
          <Icon aria-hidden className="size-3.5" />
          <span className="sr-only">{publishText.diff[mark]}</span>
        </span>
        <span className="min-w-0 truncate text-sm font-medium">{name}</span>
        {kind === undefined ? null : <span className="truncate font-mono text-2xs text-muted">{kind}</span>}
        {note === undefined ? null : <span className="truncate text-xs text-muted">{note}</span>}
      </div>
      {children}
    </li>
  );
}

/** What changed in it, field by field. */
export function Fields({ fields }: { readonly fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="flex flex-col gap-1.5 border-t border-line px-2.5 py-2 text-xs">
      {fields.map(({ field, before, after }) => (
        <div key={field} className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="truncate font-mono text-muted" title={field}>
            {field}
          </dt>
          <dd className="flex min-w-0 flex-col gap-0.5 font-mono">
            <del className="rounded-sm bg-bad-soft px-1.5 py-0.5 break-words whitespace-pre-wrap text-ink no-underline">
              {shown(before)}
            </del>
            <ins className="rounded-sm bg-good-soft px-1.5 py-0.5 break-words whitespace-pre-wrap text-ink no-underline">
              {shown(after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === "") return publishText.diff.empty;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

function nameOf({ id, label }: GraphNode): string {
  return label === undefined || label === "" ? id : label;
}

/** An edge as a list reads it: its ends and its port. */
export function edgeName({ source, port, target }: GraphEdge): string {
  return `${source}${port === undefined || port === "out" ? "" : ` ${publishText.diff.port(port)}`} → ${target}`;
}
