"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Variable as VariableIcon } from "lucide-react";
import { useState } from "react";
import type { VariableSummary } from "../../lib/api/schemas.ts";
import { api } from "../api/client.ts";
import { variablesQuery } from "../api/workspace-lists.ts";
import { sayWhy } from "../api/say-why.ts";
import { useCanEdit, useSession } from "../shell/session-context.tsx";
import { settingsText } from "../text/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Problem } from "../ui/problem.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Lead, tableStyle } from "./parts.tsx";
import { VariableDialog } from "./variable-dialog.tsx";

const { variables: text } = settingsText;

export function VariablesSection() {
  const { workspace } = useSession();
  const canEdit = useCanEdit();
  const [edited, setEdited] = useState<VariableSummary | "new">();
  const variables = useQuery({ ...variablesQuery(workspace.id), enabled: canEdit });
  const { columns } = text;
  return (
    <>
      <Lead
        action={
          canEdit ? (
            <Button look="solid" onClick={() => setEdited("new")}>
              <Plus aria-hidden />
              {text.create}
            </Button>
          ) : undefined
        }
      >
        {text.text}
      </Lead>
      {variables.error ? <Problem error={variables.error} onRetry={() => void variables.refetch()} /> : null}
      {variables.data?.length === 0 ? (
        <EmptyState icon={<VariableIcon aria-hidden />} title={text.none.title}>
          {text.none.text}
        </EmptyState>
      ) : null}
      {variables.data && variables.data.length > 0 ? (
        <table className={tableStyle}>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.value}</th>
              <th scope="col" className="max-sm:hidden">
                {columns.changed}
              </th>
              <th scope="col" className="w-40">
                <span className="sr-only">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {variables.data.map((variable) => (
              <VariableRow key={variable.name} variable={variable} onEdit={() => setEdited(variable)} />
            ))}
          </tbody>
        </table>
      ) : null}
      {edited === undefined ? null : (
        <VariableDialog variable={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  );
}

function VariableRow({ variable, onEdit }: { readonly variable: VariableSummary; readonly onEdit: () => void }) {
  const { name, secret, value, source, updatedAt } = variable;
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api("DELETE /api/variables/{name}", { params: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["variables"] }),
    onError: sayWhy,
  });
  return (
    <tr>
      <td className="font-mono text-xs">{name}</td>
      <td className="max-w-64 truncate font-mono text-xs">{secret ? <Badge>{text.isSecret}</Badge> : value}</td>
      <td className="text-muted max-sm:hidden">{updatedAt === null ? null : <RelativeTime at={updatedAt} />}</td>
      <td>
        {source === "workspace" ? (
          <div className="flex justify-end gap-2">
            <Button size="sm" onClick={onEdit}>
              {text.edit}
            </Button>
            <Button size="sm" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {text.remove}
            </Button>
          </div>
        ) : null}
      </td>
    </tr>
  );
}
