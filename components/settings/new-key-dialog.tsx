"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useState } from "react";
import type { CallOptions } from "../api/client.ts";
import { api } from "../api/client.ts";
import { settingsText } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Select } from "../ui/select.tsx";
import { toast } from "../ui/toast.ts";
import { useDocuments } from "../workflows/use-documents.ts";
import { titleOf } from "../workflows/filter-documents.ts";

const { keys: text } = settingsText;
const SCOPES = ["all", "workflows", "read", "admin"] as const;
type Scope = (typeof SCOPES)[number];

/** Makes a key and shows it, once. */
export function NewKeyDialog({ open, onOpenChange }: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text.create} size="sm">
      <Form onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Form({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("all");
  const [workflows, setWorkflows] = useState<ReadonlySet<string>>(new Set());
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: () => api("POST /api/keys", { body: bodyOf(name.trim(), scope, [...workflows]) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["keys"] }),
  });
  if (create.data) return <ShownOnce secret={create.data.key} onDone={onDone} />;
  const isReady = name.trim() !== "" && (scope !== "workflows" || workflows.size > 0);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) create.mutate();
      }}
    >
      <Field label={text.name} help={text.nameHelp}>
        {(attributes) => <Input {...attributes} required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={text.scope}>
        {(attributes) => (
          <Select
            {...attributes}
            value={scope}
            options={SCOPES.map((value) => ({ value, ...text.scopes[value] }))}
            onChange={(value) => setScope(SCOPES.find((known) => known === value) ?? "all")}
          />
        )}
      </Field>
      {scope === "workflows" ? <WorkflowChoice chosen={workflows} onChange={setWorkflows} /> : null}
      {create.error ? <Problem error={create.error} /> : null}
      <Button type="submit" look="solid" disabled={!isReady || create.isPending}>
        {text.submit}
      </Button>
    </form>
  );
}

function bodyOf(name: string, scope: Scope, workflows: string[]): CallOptions<"POST /api/keys">["body"] {
  if (scope === "workflows") return { name, workflows };
  return scope === "all" ? { name } : { name, [scope]: true };
}

function WorkflowChoice({
  chosen,
  onChange,
}: {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const documents = useDocuments(false);
  const toggle = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    onChange(next);
  };
  return (
    <fieldset className="max-h-48 overflow-y-auto rounded-md border border-line p-2">
      <legend className="px-1 text-xs font-medium">{text.workflows}</legend>
      {documents.data
        ?.filter(({ live }) => live !== null)
        .map((document) => (
          <label key={document.id} className="flex items-center gap-2 rounded-sm px-1 py-1 text-sm hover:bg-hover">
            <input
              type="checkbox"
              className="size-4 accent-accent-fill"
              checked={chosen.has(document.name)}
              onChange={() => toggle(document.name)}
            />
            {titleOf(document)}
          </label>
        ))}
    </fieldset>
  );
}

function ShownOnce({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <Field label={text.shown}>
        {(attributes) => (
          <div className="flex gap-2">
            <Input {...attributes} readOnly value={secret} className="font-mono text-xs!" onFocus={(event) => event.target.select()} />
            <IconButton
              label={text.copied}
              look="plain"
              onClick={() => void navigator.clipboard.writeText(secret).then(() => toast(text.copied))}
            >
              <Copy aria-hidden />
            </IconButton>
          </div>
        )}
      </Field>
      <Button look="solid" onClick={onDone}>
        {text.done}
      </Button>
    </div>
  );
}
