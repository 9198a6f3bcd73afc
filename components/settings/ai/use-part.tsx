"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AiUse } from "../../../lib/api/ai-schemas.ts";
import { api } from "../../api/client.ts";
import { formatCost, formatCount } from "../../runs/format.ts";
import { useSession } from "../../shell/session-context.tsx";
import { aiSettingsText } from "../../text/ai-settings.ts";
import { Problem } from "../../ui/problem.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { Part, tableStyle } from "../parts.tsx";
import { usageKey } from "./usage-key.ts";

const { use: text } = aiSettingsText;
const PERIODS = ["7", "31", "90"] as const;
const day = new Intl.DateTimeFormat("en", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });

/** What was asked and what it cost, by day and by task. */
export function UsePart() {
  const { workspace } = useSession();
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>("31");
  const usage = useQuery({
    queryKey: [...usageKey(workspace.id), period],
    queryFn: ({ signal }) => api("GET /api/ai/usage", { query: { days: Number(period) }, signal }),
  });
  const { days = [], tasks = [] } = usage.data ?? {};
  return (
    <Part title={text.title} about={text.text}>
      <div className="mb-4">
        <Segmented
          label={text.period}
          value={period}
          onChange={setPeriod}
          options={PERIODS.map((value) => ({ value, label: text.days(Number(value)) }))}
        />
      </div>
      {usage.error ? <Problem error={usage.error} onRetry={() => void usage.refetch()} /> : null}
      {usage.isPending ? <Spinner /> : null}
      {usage.data && days.length === 0 ? <p className="text-sm text-muted">{text.none}</p> : null}
      {days.length === 0 ? null : (
        <div className="flex flex-col gap-6">
          <UseTable
            caption={text.byTask}
            first={text.columns.task}
            rows={tasks.map(({ task, ...use }) => ({ name: text.tasks[task] ?? task, use }))}
          />
          <UseTable
            caption={text.byDay}
            first={text.columns.day}
            rows={days.map(({ day: date, ...use }) => ({ name: day.format(new Date(date)), use }))}
          />
        </div>
      )}
    </Part>
  );
}

function UseTable({
  caption,
  first,
  rows,
}: {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly { readonly name: string; readonly use: AiUse }[];
}) {
  const { columns } = text;
  const most = Math.max(1, ...rows.map(({ use }) => tokensOf(use)));
  const number = "text-right! tabular-nums";
  return (
    <table className={`${tableStyle} table-fixed`}>
      <caption className="mb-2 text-left text-sm font-medium">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-2/5">
            {first}
          </th>
          <th scope="col" className={number}>
            {columns.input}
          </th>
          <th scope="col" className={number}>
            {columns.output}
          </th>
          <th scope="col" className={`${number} max-sm:hidden`}>
            {columns.requests}
          </th>
          <th scope="col" className={`${number} pr-0!`}>
            {columns.cost}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, use }) => (
          <tr key={name}>
            <th scope="row" className="border-t border-line py-2.5! text-sm! text-ink!">
              {name}
              <div
                aria-hidden
                className="mt-1 h-1 rounded-full bg-accent-fill"
                style={{ width: `${Math.max(1, (tokensOf(use) / most) * 100)}%` }}
              />
            </th>
            <td className={number}>{formatCount(use.inputTokens)}</td>
            <td className={number}>{formatCount(use.outputTokens)}</td>
            <td className={`${number} max-sm:hidden`}>{formatCount(use.requests)}</td>
            <td className={`${number} pr-0!`}>
              {use.dollars === null ? "–" : formatCost(use.dollars)}
              {use.unpriced > 0 ? <span className="block text-xs text-muted">{text.unpriced(use.unpriced)}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function tokensOf({ inputTokens, outputTokens }: AiUse): number {
  return inputTokens + outputTokens;
}
