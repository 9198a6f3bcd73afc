"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ConnectionDetails } from "../../lib/api/schemas.ts";
import { api } from "../api/client.ts";
import { connectionsText } from "../text/connections.ts";
import { Button } from "../ui/button.tsx";
import { Combobox } from "../ui/combobox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Problem } from "../ui/problem.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { ConnectionCheck } from "./connection-check.tsx";
import { ConnectionForm } from "./connection-form.tsx";
import { ConnectionStatus } from "./connection-status.tsx";
import { openWindow, useAuthorization } from "./use-authorization.ts";
import { useConnections, useConnectionTypes } from "./use-connections.ts";

const text = connectionsText.dialog;

interface ConnectionDialogProps {
  readonly workspace: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Makes a connection for this service; asked for when left out. */
  readonly service?: string;
  /** Changes this connection in place of making one. */
  readonly alias?: string;
  readonly onSaved?: (alias: string) => void;
}

/** Makes or changes a connection: what the service asks for, signing in, a test. */
export function ConnectionDialog({ open, onOpenChange, ...rest }: ConnectionDialogProps) {
  const { data: types } = useConnectionTypes(rest.workspace, open);
  const name = types?.find((type) => type.service === rest.service)?.label ?? rest.service;
  const title = rest.alias === undefined ? (name === undefined ? text.addAny : text.add(name)) : text.edit(rest.alias);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={text.description}>
      {open ? <Body {...rest} onClose={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function Body({
  workspace,
  service: given,
  alias,
  onSaved,
  onClose,
}: Omit<ConnectionDialogProps, "open" | "onOpenChange"> & { readonly onClose: () => void }) {
  const types = useConnectionTypes(workspace);
  const connections = useConnections(workspace);
  const [chosen, setChosen] = useState(given);
  const [saved, setSaved] = useState<ConnectionDetails>();
  const { authorization, begin } = useAuthorization(workspace);
  const known = useQuery({
    queryKey: ["connections", workspace, alias],
    queryFn: ({ signal }) => api("GET /api/connections/{alias}", { workspace, signal, params: { alias: alias ?? "" } }),
    enabled: alias !== undefined,
    staleTime: 0,
  });
  const problem = types.error ?? connections.error ?? known.error;
  if (problem) return <Problem error={problem} onRetry={() => void types.refetch()} />;
  if (!types.data || !connections.data || (alias !== undefined && !known.data)) return <Spinner />;
  const service = known.data?.service ?? chosen;
  const type = types.data.find((one) => one.service === service);
  const current = saved ?? known.data;
  if (saved) {
    const now = connections.data.find((one) => one.alias === saved.alias);
    return (
      <div className="flex flex-col gap-4">
        <p className="flex items-center gap-2 text-sm">
          <code className="font-mono text-xs">{saved.alias}</code>
          <ConnectionStatus status={now?.status ?? saved.status} />
        </p>
        <ConnectionCheck
          workspace={workspace}
          alias={saved.alias}
          isOAuth={saved.kind === "oauth2"}
          authorization={authorization}
          onAuthorize={() => void begin(saved.alias)}
        />
        <div className="flex justify-end">
          <Button look="solid" onClick={onClose}>
            {text.done}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {given === undefined && alias === undefined ? (
        <Field label={text.service}>
          {(attributes) => (
            <Combobox
              {...attributes}
              aria-label={text.service}
              value={chosen}
              onChange={setChosen}
              placeholder={text.chooseService}
              options={types.data.map((one) => ({ value: one.service, label: one.label }))}
            />
          )}
        </Field>
      ) : null}
      {current && alias !== undefined ? (
        <ConnectionCheck
          workspace={workspace}
          alias={current.alias}
          isOAuth={current.kind === "oauth2"}
          authorization={authorization}
          onAuthorize={() => void begin(current.alias)}
        />
      ) : null}
      {type ? (
        <ConnectionForm
          key={type.service}
          workspace={workspace}
          type={type}
          existing={known.data}
          taken={new Set(connections.data.map((one) => one.alias))}
          onCancel={onClose}
          beforeSave={(isOAuth) => (isOAuth ? openWindow() : null)}
          onSaved={(connection, opened) => {
            setSaved(connection);
            onSaved?.(connection.alias);
            if (connection.kind === "oauth2" && connection.status !== "ready") void begin(connection.alias, opened);
            else opened?.close();
          }}
        />
      ) : null}
    </div>
  );
}
