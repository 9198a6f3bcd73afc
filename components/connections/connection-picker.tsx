"use client";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { connectionsText as text } from "../text/connections.ts";
import { Button } from "../ui/button.tsx";
import { Combobox } from "../ui/combobox.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { ConnectionDialog } from "./connection-dialog.tsx";
import { ConnectionStatus } from "./connection-status.tsx";
import { useConnections } from "./use-connections.ts";

/** The value that stands for the service's default. */
const DEFAULT = "";

/** Which connection of a service is used; makes and changes them without leaving. Undefined is the service's default. */
export function ConnectionPicker({
  workspace,
  service,
  serviceLabel,
  value,
  onChange,
  isNeeded,
  readOnly = false,
  id,
}: {
  readonly workspace: string;
  readonly service: string;
  readonly serviceLabel: string;
  readonly value: string | undefined;
  readonly onChange: (alias: string | undefined) => void;
  /** Whether nothing can be done without one. */
  readonly isNeeded: boolean;
  readonly readOnly?: boolean;
  readonly id?: string;
}) {
  const { data, error, refetch } = useConnections(workspace, !readOnly);
  const [dialog, setDialog] = useState<{ readonly alias?: string }>();
  if (readOnly)
    return <Input readOnly value={value ?? text.standard(serviceLabel)} aria-label={text.title} {...(id === undefined ? {} : { id })} />;
  const own = (data ?? []).filter((connection) => connection.service === service);
  const standard = own.find((connection) => connection.default);
  const used = value === undefined ? standard : own.find((connection) => connection.alias === value);
  const isGone = data !== undefined && value !== undefined && !used;
  const options = [
    ...(isNeeded && !standard ? [] : [{ value: DEFAULT, label: standard ? text.standard(standard.alias) : text.none }]),
    ...own.map(({ alias, label, account }) => ({
      value: alias,
      label: label === "" ? alias : `${alias} · ${label}`,
      keywords: [label, account ?? ""],
    })),
    ...(isGone ? [{ value, label: value }] : []),
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-1">
        <Combobox
          {...(id === undefined ? {} : { id })}
          aria-label={text.title}
          value={value ?? (standard || !isNeeded ? DEFAULT : undefined)}
          options={options}
          placeholder={text.choose}
          onChange={(next) => onChange(next === DEFAULT ? undefined : next)}
          {...(isGone ? { "aria-invalid": true as const } : {})}
          footer={
            <Button look="ghost" size="sm" className="w-full justify-start!" onClick={() => setDialog({})}>
              <Plus aria-hidden />
              {text.add}
            </Button>
          }
        />
        {used ? (
          <IconButton label={text.edit} onClick={() => setDialog({ alias: used.alias })}>
            <Pencil aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {isGone ? <p className="text-xs text-bad">{text.gone(value)}</p> : null}
      {used && used.status !== "ready" ? (
        <div className="flex items-center gap-2 text-xs text-muted">
          <ConnectionStatus status={used.status} />
          <span className="min-w-0 flex-1 truncate" title={used.lastError ?? ""}>
            {used.lastError}
          </span>
          <Button size="sm" onClick={() => setDialog({ alias: used.alias })}>
            {used.kind === "oauth2" ? text.reauthorize : text.edit}
          </Button>
        </div>
      ) : null}
      {data && own.length === 0 && isNeeded ? (
        <div className="flex items-center gap-2 rounded-md bg-warn-soft px-2.5 py-2 text-xs">
          <span className="flex-1">{text.missing(serviceLabel)}</span>
          <Button size="sm" onClick={() => setDialog({})}>
            <Plus aria-hidden />
            {text.add}
          </Button>
        </div>
      ) : null}
      <ConnectionDialog
        workspace={workspace}
        open={dialog !== undefined}
        onOpenChange={(open) => !open && setDialog(undefined)}
        service={service}
        {...(dialog?.alias === undefined ? {} : { alias: dialog.alias })}
        onSaved={(alias) => {
          if (dialog?.alias === undefined) onChange(alias === standard?.alias || own.length === 0 ? undefined : alias);
        }}
      />
    </div>
  );
}
