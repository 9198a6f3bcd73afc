"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import type { KeySummary } from "../../lib/api/schemas.ts";
import { api } from "../api/client.ts";
import { useSession } from "../shell/session-context.tsx";
import { settingsText } from "../text/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Problem } from "../ui/problem.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { NewKeyDialog } from "./new-key-dialog.tsx";
import { Lead, OwnersOnly, tableStyle } from "./parts.tsx";

const { keys: text } = settingsText;

export function KeysSection() {
  const { workspace } = useSession();
  return workspace.role === "owner" ? <Keys /> : <OwnersOnly />;
}

function Keys() {
  const { workspace } = useSession();
  const [creates, setCreates] = useState(false);
  const keys = useQuery({ queryKey: ["keys", workspace.id], queryFn: ({ signal }) => api("GET /api/keys", { signal }) });
  const { columns } = text;
  return (
    <>
      <Lead
        action={
          <Button look="solid" onClick={() => setCreates(true)}>
            <Plus aria-hidden />
            {text.create}
          </Button>
        }
      >
        {text.text}
      </Lead>
      {keys.error ? <Problem error={keys.error} onRetry={() => void keys.refetch()} /> : null}
      {keys.data?.keys.length === 0 ? (
        <EmptyState icon={<KeyRound aria-hidden />} title={text.none.title}>
          {text.none.text}
        </EmptyState>
      ) : null}
      {keys.data && keys.data.keys.length > 0 ? (
        <table className={tableStyle}>
          <thead>
            <tr>
              <th scope="col">{columns.key}</th>
              <th scope="col">{columns.may}</th>
              <th scope="col" className="max-sm:hidden">
                {columns.used}
              </th>
              <th scope="col" className="w-24">
                <span className="sr-only">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.data.keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </tbody>
        </table>
      ) : null}
      <NewKeyDialog open={creates} onOpenChange={setCreates} />
    </>
  );
}

function KeyRow({ apiKey }: { readonly apiKey: KeySummary }) {
  const { id, name, prefix, scope, lastUsedAt, revokedAt } = apiKey;
  const { workspace } = useSession();
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => api("POST /api/keys/{id}/revoke", { params: { id } }),
    onSuccess: () => {
      setAsks(false);
      return client.invalidateQueries({ queryKey: ["keys", workspace.id] });
    },
  });
  return (
    <tr>
      <td>
        <span className="font-medium">{name}</span> <span className="font-mono text-xs text-muted">{prefix}…</span>
      </td>
      <td className="text-muted">{text.scopes[scope.kind].label}</td>
      <td className="text-muted max-sm:hidden">{lastUsedAt === null ? text.never : <RelativeTime at={lastUsedAt} />}</td>
      <td>
        {revokedAt === null ? (
          <Button size="sm" onClick={() => setAsks(true)}>
            {text.revoke}
          </Button>
        ) : (
          <Badge>{text.revoked}</Badge>
        )}
        <Dialog
          open={asks}
          onOpenChange={setAsks}
          title={text.confirm.title(name)}
          size="sm"
          footer={
            <>
              <Button onClick={() => setAsks(false)}>{settingsText.cancel}</Button>
              <Button look="danger" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
                {text.confirm.submit}
              </Button>
            </>
          }
        >
          <p className="text-sm text-muted">{text.confirm.text}</p>
          {revoke.error ? <Problem error={revoke.error} /> : null}
        </Dialog>
      </td>
    </tr>
  );
}
