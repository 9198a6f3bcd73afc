"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plug, Plus } from "lucide-react";
import { useState } from "react";
import type { ConnectionSummary } from "../../lib/api/schemas.ts";
import { api } from "../api/client.ts";
import { sayWhy } from "../api/say-why.ts";
import { ConnectionDialog } from "../connections/connection-dialog.tsx";
import { ConnectionStatus } from "../connections/connection-status.tsx";
import { useConnections, useTestConnection } from "../connections/use-connections.ts";
import { Mark } from "../marks/mark.tsx";
import { serviceLabel } from "../marks/service-label.ts";
import { useCanEdit, useSession } from "../shell/session-context.tsx";
import { settingsText } from "../text/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Problem } from "../ui/problem.tsx";
import { Lead, tableStyle } from "./parts.tsx";

const { connections: text } = settingsText;

/** Credentials of services, by alias; what is secret in them is never shown. */
export function ConnectionsSection() {
  const { workspace } = useSession();
  const canEdit = useCanEdit();
  const connections = useConnections(workspace.id, canEdit);
  const [edited, setEdited] = useState<{ readonly alias?: string }>();
  const { columns } = text;
  return (
    <>
      <Lead
        action={
          canEdit ? (
            <Button look="solid" onClick={() => setEdited({})}>
              <Plus aria-hidden />
              {text.create}
            </Button>
          ) : undefined
        }
      >
        {text.text}
      </Lead>
      {connections.error ? <Problem error={connections.error} onRetry={() => void connections.refetch()} /> : null}
      {connections.data?.length === 0 ? (
        <EmptyState icon={<Plug aria-hidden />} title={text.none.title}>
          {text.none.text}
        </EmptyState>
      ) : null}
      {connections.data && connections.data.length > 0 ? (
        <table className={tableStyle}>
          <thead>
            <tr>
              <th scope="col">{columns.connection}</th>
              <th scope="col" className="max-sm:hidden">
                {columns.status}
              </th>
              <th scope="col" className="w-56">
                <span className="sr-only">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {connections.data.map((connection) => (
              <ConnectionRow key={connection.alias} connection={connection} onEdit={() => setEdited({ alias: connection.alias })} />
            ))}
          </tbody>
        </table>
      ) : null}
      {edited ? <ConnectionDialog workspace={workspace.id} open onOpenChange={() => setEdited(undefined)} {...edited} /> : null}
    </>
  );
}

function ConnectionRow({ connection, onEdit }: { readonly connection: ConnectionSummary; readonly onEdit: () => void }) {
  const { alias, service, status, account, lastError } = connection;
  const { workspace } = useSession();
  const client = useQueryClient();
  const test = useTestConnection(workspace.id);
  const remove = useMutation({
    mutationFn: () => api("DELETE /api/connections/{alias}", { params: { alias } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["connections", workspace.id] }),
    onError: sayWhy,
  });
  return (
    <tr>
      <td>
        <div className="flex items-center gap-3">
          <Mark kind={`${service}.`} size={24} />
          <div className="min-w-0">
            <span className="font-medium">{alias}</span> {connection.default ? <Badge>{text.isDefault}</Badge> : null}
            <div className="truncate text-xs text-muted">{[serviceLabel(service), account].filter(Boolean).join(" · ")}</div>
          </div>
        </div>
      </td>
      <td className="max-sm:hidden">
        <ConnectionStatus status={status} />
        {lastError === null ? null : <div className="mt-0.5 text-xs text-bad">{lastError}</div>}
      </td>
      {/* The rule takes a cell for a control; each button in it has its text. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td>
        <div className="flex justify-end gap-2">
          <Button size="sm" disabled={test.isPending} onClick={() => test.mutate(alias, { onError: sayWhy })}>
            {text.test}
          </Button>
          <Button size="sm" onClick={onEdit}>
            {text.edit}
          </Button>
          <Button size="sm" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {text.remove}
          </Button>
        </div>
      </td>
    </tr>
  );
}
