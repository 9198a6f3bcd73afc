"use client";
import { Search, X } from "lucide-react";
import { useEffect, useState } from "react";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { inputStyle } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { cn } from "../../ui/cn.ts";
import type { RunFilters } from "./run-filters.ts";
import { RUN_STATUSES, RUN_TRIGGERS, TIME_RANGES, changeFilters } from "./run-filters.ts";

interface FilterBarProps {
  readonly filters: RunFilters;
  readonly onChange: (filters: RunFilters) => void;
  readonly workflows: readonly { readonly id: string; readonly title: string }[];
  /** Numbers of the versions of the chosen workflow, newest first. */
  readonly versions: readonly number[];
}

const ANY = "any";
const CUSTOM = "custom";
/** How long one may pause while typing before it is searched, in milliseconds. */
const TYPING_MS = 250;

/** Which runs are shown. Each filter that is set stands out; all are kept in the page's address. */
export function FilterBar({ filters, onChange, workflows, versions }: FilterBarProps) {
  const text = runsText.list;
  const change = (next: Parameters<typeof changeFilters>[1]): void => onChange(changeFilters(filters, next));
  const isCustom = filters.from !== undefined || filters.to !== undefined;
  const look = (isSet: boolean) => ({ look: isSet ? "set" : "quiet", className: "w-auto! shrink-0" }) as const;
  return (
    <div className="flex flex-wrap items-center gap-2 max-md:flex-nowrap max-md:overflow-x-auto max-md:pb-1">
      <SearchField text={filters.text ?? ""} onText={(found) => change({ text: found === "" ? undefined : found })} />
      <Select
        aria-label={text.status}
        {...look(filters.status !== undefined)}
        value={filters.status ?? ANY}
        onChange={(value) => change({ status: RUN_STATUSES.find((status) => status === value) })}
        options={[{ value: ANY, label: text.anyStatus }, ...RUN_STATUSES.map((value) => ({ value, label: runsText.statuses[value] }))]}
      />
      <Combobox
        aria-label={text.workflow}
        {...look(filters.document !== undefined)}
        className="w-auto! max-w-56 shrink-0"
        placeholder={text.anyWorkflow}
        value={filters.document ?? ANY}
        onChange={(value) => change({ document: value === ANY ? undefined : value, version: undefined })}
        options={[{ value: ANY, label: text.anyWorkflow }, ...workflows.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      {filters.document === undefined ? null : (
        <Select
          aria-label={text.version}
          {...look(filters.version !== undefined)}
          value={filters.version === undefined ? ANY : String(filters.version)}
          onChange={(value) => change({ version: value === ANY ? undefined : Number(value) })}
          options={[
            { value: ANY, label: text.anyVersion },
            ...[...new Set([...versions, ...(filters.version === undefined ? [] : [filters.version])])].map((number) => ({
              value: String(number),
              label: runsText.version(number),
            })),
          ]}
        />
      )}
      <Select
        aria-label={text.trigger}
        {...look(filters.trigger !== undefined)}
        value={filters.trigger ?? ANY}
        onChange={(value) => change({ trigger: RUN_TRIGGERS.find((trigger) => trigger === value) })}
        options={[{ value: ANY, label: text.anyTrigger }, ...RUN_TRIGGERS.map((value) => ({ value, label: runsText.triggers[value] }))]}
      />
      <Select
        aria-label={text.time}
        {...look(filters.range !== undefined || isCustom)}
        value={isCustom ? CUSTOM : (filters.range ?? ANY)}
        onChange={(value) =>
          change(
            value === CUSTOM
              ? { range: undefined, from: today() }
              : { range: TIME_RANGES.find((range) => range === value), from: undefined, to: undefined },
          )
        }
        options={[
          { value: ANY, label: text.anyTime },
          ...TIME_RANGES.map((value) => ({ value, label: runsText.ranges[value] })),
          { value: CUSTOM, label: text.custom },
        ]}
      />
      {isCustom ? (
        <>
          <TimeField label={text.from} value={filters.from} onChange={(from) => change({ from })} />
          <TimeField label={text.to} value={filters.to} onChange={(to) => change({ to })} />
        </>
      ) : null}
      {Object.keys(filters).length === 0 ? null : (
        <Button look="ghost" onClick={() => onChange({})}>
          <X aria-hidden />
          {text.clear}
        </Button>
      )}
    </div>
  );
}

function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState({ text, from: text });
  // Filters that were cleared elsewhere clear the field.
  const shown = typed.from === text ? typed.text : text;
  useEffect(() => {
    if (shown.trim() === text) return undefined;
    const timer = setTimeout(() => onText(shown.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [shown, text, onText]);
  return (
    <div className="relative min-w-52 flex-1 max-md:w-52 max-md:flex-none md:max-w-80">
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
      <input
        type="search"
        value={shown}
        aria-label={runsText.list.text}
        placeholder={runsText.list.text}
        onChange={(event) => setTyped({ text: event.target.value, from: text })}
        className={cn(inputStyle({ look: "quiet" }), "h-8 pl-8")}
      />
    </div>
  );
}

function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  return (
    <label className="flex shrink-0 items-center gap-1.5 text-xs text-muted">
      {label}
      <input
        type="datetime-local"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        className={cn(inputStyle(), "h-8 w-auto!")}
      />
    </label>
  );
}

/** This morning, as a form's input says it. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, 10)}T00:00`;
}
