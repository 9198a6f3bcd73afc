"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { sayWhy } from "../../api/say-why.ts";
import { formatAgo, formatDuration, formatExact, formatRelative } from "../../runs/format.ts";
import { useRunList } from "../../runs/list/use-run-list.ts";
import { runAddress, runsAddress } from "../../runs/run-address.ts";
import { RUN_TRIGGERS } from "../../runs/list/run-filters.ts";
import { TriggerIcon } from "../../runs/trigger-icon.tsx";
import { useNow } from "../../runs/use-now.ts";
import { publishText } from "../../text/publish.ts";
import { StatusIcon } from "../../ui/run-status.tsx";
import { Switch } from "../../ui/switch.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { CopyLine } from "./copy-line.tsx";
import { TriggerTest } from "./trigger-test.tsx";
import { useRefreshLive } from "./use-versions.ts";

/** How the live version is started: its address and a line for a shell, its switch, its next time, a call to try it, and who called last. */
export function TriggerPanel() {
  const { details } = useOpenDocument();
  const text = publishText.trigger;
  const { on } = details.trigger;
  const isPublished = details.live !== null;
  return (
    <div className="flex flex-col gap-5 px-4 pt-3 pb-6">
      <header className="pr-8">
        <h2 className="text-sm font-semibold">{text.title}</h2>
        <p className="mt-0.5 flex items-center gap-1.5 text-sm text-muted">
          <TriggerIcon trigger={on} />
          {isKind(on) ? text.kinds[on] : on}
        </p>
      </header>
      {isPublished ? <EnabledSwitch /> : <p className="text-sm text-muted">{text.publishFirst}</p>}
      {on === "schedule" ? <NextTime /> : null}
      {isPublished && on === "http" ? (
        <>
          <CopyLine label={`${text.address} · POST`} value={details.triggerUrl} />
          <CopyLine label={text.curl} value={details.curl} help={text.curlHelp} />
          <TriggerTest />
        </>
      ) : null}
      <LastRuns />
    </div>
  );
}

function EnabledSwitch() {
  const { details, workspace, canEdit } = useOpenDocument();
  const refresh = useRefreshLive();
  const text = publishText.trigger;
  const change = useMutation({
    mutationFn: (enabled: boolean) => api("PATCH /api/documents/{id}", { params: { id: details.id }, body: { enabled }, workspace }),
    onSuccess: refresh,
    onError: sayWhy,
  });
  const checked = change.isPending ? change.variables : details.trigger.enabled;
  return (
    <div className="flex items-start gap-3">
      <div className="flex-1">
        <label htmlFor="trigger-enabled" className="text-sm font-medium">
          {text.enabled}
        </label>
        <p id="trigger-enabled-help" className="text-xs text-muted">
          {text.enabledHelp}
        </p>
      </div>
      <Switch
        id="trigger-enabled"
        aria-describedby="trigger-enabled-help"
        checked={checked}
        disabled={!canEdit}
        onChange={(enabled) => change.mutate(enabled)}
      />
    </div>
  );
}

function NextTime() {
  const { nextAt } = useOpenDocument().details.trigger;
  const now = useNow(10_000);
  const text = publishText.trigger;
  return (
    <Section title={text.next}>
      {nextAt === null ? (
        <p className="text-sm text-muted">{text.nextNone}</p>
      ) : (
        <p className="text-sm" title={formatExact(nextAt)}>
          {formatRelative(nextAt, now)} <span className="text-muted">· {formatExact(nextAt)}</span>
        </p>
      )}
    </Section>
  );
}

function LastRuns() {
  const { details, workspace } = useOpenDocument();
  const text = publishText.trigger;
  const trigger = RUN_TRIGGERS.find((known) => known === details.trigger.on);
  const filters = { document: details.id, ...(trigger === undefined ? {} : { trigger }) };
  const runs = useRunList(workspace, filters, 5);
  const now = useNow(10_000);
  const all = runs.data?.pages[0]?.runs ?? [];
  return (
    <Section title={text.recent}>
      {all.length === 0 ? (
        <p className="text-sm text-muted">{runs.isPending ? "" : text.recentNone}</p>
      ) : (
        <>
          <ul className="-mx-2">
            {all.map((run) => (
              <li key={run.id}>
                <Link href={runAddress(workspace, run.id)} className="flex h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover">
                  <StatusIcon status={run.status} />
                  <span className="flex-1 truncate" title={formatExact(run.createdAt)}>
                    {formatAgo(run.createdAt, now)}
                  </span>
                  <span className="text-xs text-muted tabular-nums">
                    {run.endedAt === null ? "" : formatDuration(Date.parse(run.endedAt) - Date.parse(run.startedAt ?? run.createdAt))}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <Link href={runsAddress(workspace, filters)} className="text-xs text-accent hover:underline">
            {text.all}
          </Link>
        </>
      )}
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-xs font-medium">{title}</h3>
      {children}
    </section>
  );
}

function isKind(on: string): on is keyof typeof publishText.trigger.kinds {
  return Object.hasOwn(publishText.trigger.kinds, on);
}
