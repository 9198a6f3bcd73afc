"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Plug, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { serviceLabel } from "../marks/service-label.ts";
import type { Template } from "../../lib/api/document-schemas.ts";
import { api } from "../api/client.ts";
import { sayWhy } from "../api/say-why.ts";
import { Mark } from "../marks/mark.tsx";
import { useCanEdit, useSession } from "../shell/session-context.tsx";
import { templatesText as text } from "../text/templates.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { useCreateDocument } from "../workflows/use-documents.ts";
import { GraphSketch } from "./graph-sketch.tsx";

/** Workflows to start from, those that work at once first. */
export function TemplateGallery() {
  const { workspace } = useSession();
  const [search, setSearch] = useState("");
  const [scope, setScope] = useState<"all" | "ready">("all");
  const query = useQuery({ queryKey: ["templates", workspace.id], queryFn: ({ signal }) => api("GET /api/templates", { signal }) });
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = (query.data?.templates ?? []).filter(({ title, description, tags, services, missing }) => {
    const haystack = [title, description, ...tags, ...services].join("\n").toLowerCase();
    return (scope === "all" || missing.length === 0) && words.every((word) => haystack.includes(word));
  });
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-4 py-6 md:px-8 md:py-8">
      <header>
        <h1 className="text-xl font-semibold">{text.title}</h1>
        <p className="mt-1 text-muted">{text.intro}</p>
      </header>
      <div className="flex flex-wrap items-center gap-2">
        <div className="relative min-w-48 flex-1">
          <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" />
          <Input
            type="search"
            aria-label={text.search}
            placeholder={text.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="pl-8"
          />
        </div>
        <Segmented
          label={text.title}
          value={scope}
          onChange={setScope}
          options={[
            { value: "all", label: text.all },
            { value: "ready", label: text.readyOnly },
          ]}
        />
      </div>
      {query.error ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && shown.length === 0 ? <EmptyState title={text.none.title}>{text.none.text}</EmptyState> : null}
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </ul>
    </div>
  );
}

function TemplateCard({ template }: { readonly template: Template }) {
  const { workspace } = useSession();
  const canEdit = useCanEdit();
  const router = useRouter();
  const create = useCreateDocument();
  const { id, title, description, services, missing } = template;
  const use = (): void =>
    create.mutate(
      { template: id },
      {
        onSuccess: (document) => router.push(`/w/${workspace.id}/workflows/${document.id}`),
        onError: sayWhy,
      },
    );
  return (
    <li className="flex flex-col overflow-hidden rounded-lg border border-line bg-surface">
      <GraphSketch graph={template.graph} />
      <div className="flex flex-1 flex-col gap-2 p-4">
        <h2 className="text-base font-semibold">{title}</h2>
        <p className="flex-1 text-sm text-muted">{description}</p>
        <div className="flex items-center justify-between gap-2">
          <span className="flex items-center gap-1.5" aria-hidden>
            {services.slice(0, 5).map((service) => (
              <Mark key={service} kind={`${service}.`} size={20} />
            ))}
          </span>
          {missing.length === 0 ? (
            <Badge tone="good">
              <CircleCheck aria-hidden />
              {text.ready}
            </Badge>
          ) : (
            <Badge>
              <Plug aria-hidden />
              <span className="max-w-40 truncate">{text.needs(missing.map(serviceLabel))}</span>
            </Badge>
          )}
        </div>
        {canEdit ? (
          <Button className="mt-1" disabled={create.isPending} onClick={use} aria-label={`${text.use}: ${title}`}>
            {text.use}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
