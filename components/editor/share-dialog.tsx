"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, Link2 } from "lucide-react";
import { api } from "../api/client.ts";
import { editorText } from "../text/editor.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { toast } from "../ui/toast.ts";
import { useOpenDocument } from "./document-context.tsx";

const { share: text } = editorText;

/** Makes and revokes links under which anybody may look at the workflow. */
export function ShareDialog({ open, onOpenChange }: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
  const { details } = useOpenDocument();
  const params = { id: details.id };
  const client = useQueryClient();
  const key = ["shares", details.id];
  const shares = useQuery({ queryKey: key, queryFn: ({ signal }) => api("GET /api/documents/{id}/shares", { params, signal }) });
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  const create = useMutation({ mutationFn: () => api("POST /api/documents/{id}/shares", { params, body: {} }), onSuccess: refresh });
  const revoke = useMutation({
    mutationFn: (share: string) => api("DELETE /api/documents/{id}/shares/{share}", { params: { ...params, share } }),
    onSuccess: refresh,
  });
  const error = shares.error ?? create.error ?? revoke.error;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text.title} description={text.description}>
      <div className="flex flex-col gap-4">
        {create.data ? (
          <NewLink url={create.data.url} />
        ) : (
          <Button look="solid" className="self-start" disabled={create.isPending} onClick={() => create.mutate()}>
            <Link2 aria-hidden />
            {text.create}
          </Button>
        )}
        {error ? <Problem error={error} /> : null}
        <section>
          <h3 className="mb-1 text-xs font-medium text-muted">{text.existing}</h3>
          {shares.data?.shares.length === 0 ? <p className="text-sm text-muted">{text.none}</p> : null}
          <ul className="divide-y divide-line">
            {shares.data?.shares.map((share) => (
              <li key={share.id} className="flex items-center gap-3 py-1.5 text-sm">
                <span className="flex-1 text-muted">
                  <RelativeTime at={share.createdAt} />, {text.by(share.createdBy?.name)}
                </span>
                <Button size="sm" onClick={() => revoke.mutate(share.id)}>
                  {text.revoke}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function NewLink({ url }: { readonly url: string }) {
  const copy = (): void => void navigator.clipboard.writeText(url).then(() => toast(text.copied));
  return (
    <div>
      <div className="flex gap-2">
        <Input readOnly value={url} aria-label={text.title} className="font-mono text-xs!" onFocus={(event) => event.target.select()} />
        <IconButton label={text.copied} look="plain" onClick={copy}>
          <Copy aria-hidden />
        </IconButton>
      </div>
      <p className="mt-1 text-xs text-muted">{text.once}</p>
    </div>
  );
}
