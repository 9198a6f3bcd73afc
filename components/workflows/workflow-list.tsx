"use client";
import { Archive, Folder, Search, Tag, Workflow } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useCanEdit, useSession } from "../shell/session-context.tsx";
import { workflowsText as text } from "../text/workflows.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Select } from "../ui/select.tsx";
import type { DocumentFilter, DocumentSort } from "./filter-documents.ts";
import { filterDocuments, listFolders, listTags } from "./filter-documents.ts";
import { NewWorkflowMenu } from "./new-workflow-menu.tsx";
import { SelectionActions } from "./selection-actions.tsx";
import { useCreateDocument, useDocuments } from "./use-documents.ts";
import { WorkflowTable } from "./workflow-table.tsx";

const EVERYTHING: DocumentFilter = { text: "", folder: undefined, tag: undefined, sort: "updated" };
const ALL = "all";
const SORTS: readonly { readonly value: DocumentSort; readonly label: string }[] = [
  { value: "updated", label: text.sort.updated },
  { value: "title", label: text.sort.title },
  { value: "run", label: text.sort.run },
];

/** Every workflow of the workspace: found by words, folder and tag. */
export function WorkflowList() {
  const [archived, setArchived] = useState(false);
  const [filter, setFilter] = useState(EVERYTHING);
  const query = useDocuments(archived);
  const all = useMemo(() => query.data ?? [], [query.data]);
  const shown = useMemo(() => filterDocuments(all, filter), [all, filter]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [first, ...others] = shown.filter(({ id }) => selected.has(id));
  const change = (changes: Partial<DocumentFilter>): void => setFilter({ ...filter, ...changes });
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-4 py-6 md:px-8 md:py-8">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl font-semibold">{text.title}</h1>
        {first ? <SelectionActions chosen={[first, ...others]} onClear={() => setSelected(new Set())} /> : <NewWorkflowMenu />}
      </header>
      <div className="flex flex-wrap items-center gap-2">
        <div className="relative min-w-48 flex-1">
          <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" />
          <Input
            type="search"
            aria-label={text.search}
            placeholder={text.search}
            value={filter.text}
            onChange={(event) => change({ text: event.target.value })}
            className="pl-8"
          />
        </div>
        <Choice
          icon={<Folder aria-hidden />}
          label={text.filter.folders}
          options={listFolders(all)}
          value={filter.folder}
          onChange={(folder) => change({ folder })}
        />
        <Choice
          icon={<Tag aria-hidden />}
          label={text.filter.tags}
          options={listTags(all)}
          value={filter.tag}
          onChange={(tag) => change({ tag })}
        />
        <Select
          aria-label={text.sort.label}
          className="w-36!"
          value={filter.sort}
          options={SORTS}
          onChange={(value) => change({ sort: SORTS.find((sort) => sort.value === value)?.value ?? "updated" })}
        />
        <Button aria-pressed={archived} className="aria-pressed:bg-active" onClick={() => setArchived(!archived)}>
          <Archive aria-hidden />
          {text.filter.archived}
        </Button>
      </div>
      {query.error ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && all.length === 0 ? archived ? <NothingArchived /> : <FirstWorkflow /> : null}
      {all.length > 0 && shown.length === 0 ? (
        <EmptyState title={text.nothing.title} actions={<Button onClick={() => setFilter(EVERYTHING)}>{text.nothing.clear}</Button>}>
          {text.nothing.text}
        </EmptyState>
      ) : null}
      {shown.length > 0 ? <WorkflowTable documents={shown} selected={selected} onSelect={setSelected} /> : null}
    </div>
  );
}

function Choice(props: {
  readonly icon: React.ReactNode;
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const { label, options, value, onChange } = props;
  if (options.length === 0) return null;
  return (
    <Select
      aria-label={label}
      className="w-36!"
      value={value ?? ALL}
      options={[
        { value: ALL, label: `${label}: ${text.filter.all.toLowerCase()}` },
        ...options.map((option) => ({ value: option, label: option })),
      ]}
      onChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
    />
  );
}

function NothingArchived() {
  return (
    <EmptyState icon={<Archive aria-hidden />} title={text.noArchived.title}>
      {text.noArchived.text}
    </EmptyState>
  );
}

function FirstWorkflow() {
  const { workspace } = useSession();
  const canEdit = useCanEdit();
  const router = useRouter();
  const create = useCreateDocument();
  return (
    <EmptyState
      icon={<Workflow aria-hidden />}
      title={text.empty.title}
      actions={
        canEdit ? (
          <>
            <Button
              look="solid"
              onClick={() => create.mutate({}, { onSuccess: ({ id }) => router.push(`/w/${workspace.id}/workflows/${id}`) })}
            >
              {text.empty.blank}
            </Button>
            <Button onClick={() => router.push(`/w/${workspace.id}/templates`)}>{text.empty.template}</Button>
          </>
        ) : undefined
      }
    >
      {text.empty.text}
    </EmptyState>
  );
}
