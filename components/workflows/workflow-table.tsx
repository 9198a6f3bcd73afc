"use client";
import Link from "next/link";
import type { DocumentSummary } from "../../lib/api/document-schemas.ts";
import { Mark } from "../marks/mark.tsx";
import { useSession } from "../shell/session-context.tsx";
import { workflowsText as text } from "../text/workflows.ts";
import { Badge } from "../ui/badge.tsx";
import { cn } from "../ui/cn.ts";
import { RelativeTime } from "../ui/relative-time.tsx";
import { StatusIcon } from "../ui/run-status.tsx";
import { titleOf } from "./filter-documents.ts";
import { WorkflowActions } from "./workflow-actions.tsx";

/** How many services' marks a row shows. */
const MARKS = 4;

interface WorkflowTableProps {
  readonly documents: readonly DocumentSummary[];
  /** Ids; also of workflows that are not shown. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** Workflows as rows: what each is, what starts it, how its last run ended. */
export function WorkflowTable({ documents, selected, onSelect }: WorkflowTableProps) {
  const { columns } = text;
  const hasAll = documents.every(({ id }) => selected.has(id));
  const toggle = (id: string): void =>
    onSelect(new Set(selected.has(id) ? [...selected].filter((other) => other !== id) : [...selected, id]));
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="text-left text-xs text-muted">
        <tr className="group border-b border-line [&>th]:py-2 [&>th]:pr-3 [&>th]:font-medium">
          <th scope="col" className="w-7 max-md:hidden">
            <SelectBox
              label={text.selection.all}
              checked={hasAll}
              onChange={() => onSelect(new Set(hasAll ? [] : documents.map(({ id }) => id)))}
            />
          </th>
          <th scope="col">{columns.workflow}</th>
          <th scope="col" className="w-28 max-md:hidden">
            {columns.trigger}
          </th>
          <th scope="col" className="w-32 max-sm:hidden">
            {columns.lastRun}
          </th>
          <th scope="col" className="w-28 max-md:hidden">
            {columns.changed}
          </th>
          <th scope="col" className="w-9">
            <span className="sr-only">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <WorkflowRow key={document.id} document={document} isSelected={selected.has(document.id)} onSelect={() => toggle(document.id)} />
        ))}
      </tbody>
    </table>
  );
}

interface WorkflowRowProps {
  readonly document: DocumentSummary;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function WorkflowRow({ document, isSelected, onSelect }: WorkflowRowProps) {
  const { workspace } = useSession();
  const { id, name, folder, tags, services, live, trigger, lastRun, updatedAt } = document;
  return (
    <tr className={cn("group relative border-b border-line [&>td]:py-2.5 [&>td]:pr-3", isSelected ? "bg-accent-soft" : "hover:bg-hover")}>
      <td className="max-md:hidden">
        <SelectBox label={text.selection.one(titleOf(document))} checked={isSelected} onChange={onSelect} />
      </td>
      {/* The rule takes a cell for a control; its link has its text. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <th scope="row" className="py-2.5 pr-3 text-left font-normal">
        <div className="flex min-w-0 items-center gap-3">
          <span aria-hidden className="flex shrink-0 -space-x-1.5 max-sm:hidden">
            {(services.length > 0 ? services : ["code"]).slice(0, MARKS).map((service) => (
              <Mark key={service} kind={service === "code" ? "code" : `${service}.`} size={24} />
            ))}
          </span>
          <div className="min-w-0">
            <div className="flex items-center gap-2">
              {/* The link covers the row. */}
              <Link href={`/w/${workspace.id}/workflows/${id}`} className="truncate text-sm font-medium after:absolute after:inset-0">
                {titleOf(document)}
              </Link>
              <LiveState live={live} />
            </div>
            <div className="truncate text-xs text-muted">
              <span className="font-mono text-2xs">{name}</span>
              {[folder, ...tags.map((tag) => `#${tag}`), text.nodes(document.nodes)].filter(Boolean).map((fact) => (
                <span key={fact}> · {fact}</span>
              ))}
            </div>
          </div>
        </div>
      </th>
      <td className="text-xs text-muted max-md:hidden">
        {text.triggers[trigger.on] ?? trigger.on}
        {live && !trigger.enabled ? `, ${text.triggers["off"] ?? ""}` : ""}
      </td>
      <td className="text-xs text-muted max-sm:hidden">
        {lastRun ? (
          <span className="flex items-center gap-1.5">
            <StatusIcon status={lastRun.status} />
            <RelativeTime at={lastRun.createdAt} />
          </span>
        ) : (
          text.never
        )}
      </td>
      <td className="text-xs text-muted max-md:hidden">
        <RelativeTime at={updatedAt} />
      </td>
      <td className="relative z-1">
        <WorkflowActions document={document} />
      </td>
    </tr>
  );
}

/** Shows itself where the pointer or the keyboard is, and while it is checked. */
function SelectBox(props: { readonly label: string; readonly checked: boolean; readonly onChange: () => void }) {
  const { label, checked, onChange } = props;
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={checked}
      onChange={onChange}
      className={cn(
        "relative z-1 block size-3.5 accent-accent-fill",
        checked ? "" : "opacity-0 group-hover:opacity-100 focus-visible:opacity-100",
      )}
    />
  );
}

function LiveState({ live }: { readonly live: DocumentSummary["live"] }) {
  if (!live) return <Badge>{text.state.draft}</Badge>;
  return live.lags ? (
    <Badge tone="warn">{text.state.lags(live.version)}</Badge>
  ) : (
    <Badge tone="good">{text.state.live(live.version)}</Badge>
  );
}
