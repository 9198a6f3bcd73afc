"use client";
import { useState } from "react";
import type { AiLimits, AiSettings, AiUse } from "../../../lib/api/ai-schemas.ts";
import { formatCost, formatCount } from "../../runs/format.ts";
import { useSession } from "../../shell/session-context.tsx";
import { aiSettingsText } from "../../text/ai-settings.ts";
import { settingsText } from "../../text/settings.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Problem } from "../../ui/problem.tsx";
import { toast } from "../../ui/toast.ts";
import { Part } from "../parts.tsx";
import { parseAmount } from "./parse-amount.ts";
import { useChangeAiSettings } from "./use-change-ai-settings.ts";

const { limits: text, model: modelText } = aiSettingsText;

type LimitName = keyof AiLimits;
type Draft = Readonly<Record<LimitName, string>>;

const NAMES = ["tokensPerDay", "dollarsPerDay", "tokensPerMonth", "dollarsPerMonth"] as const satisfies readonly LimitName[];
/** What the API takes. */
const MOST = 1_000_000_000_000;

/** How much may be used a day and a month, and how much of it is. */
export function LimitsPart({ settings }: { readonly settings: AiSettings }) {
  const { workspace } = useSession();
  const isUnpriced = settings.provider !== null && settings.price === null;
  return (
    <Part title={text.title} about={text.text}>
      {settings.credentialSource === "environment" ? <p className="mb-4 text-sm text-muted">{text.operators}</p> : null}
      {isUnpriced ? <p className="mb-4 text-sm text-muted">{text.unpriced}</p> : null}
      {workspace.role === "owner" ? (
        <LimitsForm settings={settings} />
      ) : (
        <Grid>
          {(name) => (
            <div key={name} className="flex flex-col gap-1">
              <p className="text-xs font-medium">{text.names[name]}</p>
              <Used name={name} settings={settings} />
            </div>
          )}
        </Grid>
      )}
    </Part>
  );
}

function LimitsForm({ settings }: { readonly settings: AiSettings }) {
  const [base, setBase] = useState(settings.limits);
  const [draft, setDraft] = useState(() => beginDraft(settings.limits));
  const change = useChangeAiSettings();
  const amounts = NAMES.map((name) => ({ name, amount: parseAmount(draft[name], MOST) }));
  const changed = amounts.filter(({ name, amount }) => amount !== base[name]);
  const isWrong = amounts.some(({ amount }) => amount === undefined);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const limits = Object.fromEntries(changed.flatMap(({ name, amount }) => (amount === undefined ? [] : [[name, amount]])));
        change.mutate(
          { limits },
          {
            onSuccess: (saved) => {
              setBase(saved.limits);
              setDraft(beginDraft(saved.limits));
              toast(settingsText.saved);
            },
          },
        );
      }}
    >
      <Grid>
        {(name) => (
          <div key={name} className="flex flex-col gap-1.5">
            <Field label={text.names[name]} problem={parseAmount(draft[name], MOST) === undefined ? modelText.problems.amount : undefined}>
              {(attributes) => (
                <Input
                  {...attributes}
                  value={draft[name]}
                  placeholder={text.noLimit}
                  inputMode="decimal"
                  autoComplete="off"
                  className="tabular-nums"
                  onChange={(event) => setDraft((now) => ({ ...now, [name]: event.target.value }))}
                />
              )}
            </Field>
            <Used name={name} settings={settings} />
          </div>
        )}
      </Grid>
      {change.error ? <Problem error={change.error} /> : null}
      <Button type="submit" className="self-start" disabled={changed.length === 0 || isWrong || change.isPending}>
        {text.save}
      </Button>
    </form>
  );
}

function Grid({ children }: { readonly children: (name: LimitName) => React.ReactNode }) {
  return <div className="grid grid-cols-2 gap-x-6 gap-y-5 max-sm:grid-cols-1">{NAMES.map(children)}</div>;
}

/** What of a limit is used up, as a bar and in words. */
function Used({ name, settings }: { readonly name: LimitName; readonly settings: AiSettings }) {
  const period = name.endsWith("Day") ? "day" : "month";
  const isTokens = name.startsWith("tokens");
  const use = period === "day" ? settings.today : settings.month;
  const used = isTokens ? tokensOf(use) : (use.dollars ?? 0);
  const format = isTokens ? formatCount : formatCost;
  const limit = settings.limits[name];
  if (limit === null) return <p className="text-xs text-muted tabular-nums">{text.used(format(used), period)}</p>;
  const words = text.usedOf(format(used), format(limit), period);
  const share = limit === 0 ? 1 : Math.min(used / limit, 1);
  const isUsedUp = share === 1;
  return (
    <div className="flex flex-col gap-1">
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-active">
        <div className={cn("h-full rounded-full", isUsedUp ? "bg-bad" : "bg-accent-fill")} style={{ width: `${share * 100}%` }} />
      </div>
      <p className="text-xs text-muted tabular-nums">
        {words}
        {isUsedUp ? <span className="ml-1 font-medium text-bad">· {text.usedUp}</span> : null}
      </p>
    </div>
  );
}

function tokensOf({ inputTokens, outputTokens }: AiUse): number {
  return inputTokens + outputTokens;
}

function beginDraft(limits: AiLimits): Draft {
  const words = (name: LimitName): string => {
    const limit = limits[name];
    return limit === null ? "" : name.startsWith("tokens") ? formatCount(limit) : String(limit);
  };
  return {
    tokensPerDay: words("tokensPerDay"),
    tokensPerMonth: words("tokensPerMonth"),
    dollarsPerDay: words("dollarsPerDay"),
    dollarsPerMonth: words("dollarsPerMonth"),
  };
}
