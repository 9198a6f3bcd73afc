import { CalendarClock, FlaskConical, Hand, Webhook, Workflow, Zap } from "lucide-react";
import type { ComponentType } from "react";
import { runsText } from "../text/runs.ts";

const ICONS: Readonly<Record<keyof typeof runsText.triggers, ComponentType<{ className?: string; "aria-hidden"?: true }>>> = {
  http: Webhook,
  manual: Hand,
  schedule: CalendarClock,
  event: Zap,
  child: Workflow,
  test: FlaskConical,
};

/** What started a run: an icon, and its word or its name read out. One that this page does not know is shown by its own word. */
export function TriggerIcon({ trigger, withWord = false }: { readonly trigger: string; readonly withWord?: boolean }) {
  if (!isKnown(trigger)) return <span>{trigger}</span>;
  const Icon = ICONS[trigger];
  const word = runsText.triggers[trigger];
  return (
    <span className="inline-flex items-center gap-1" title={word}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className={withWord ? "" : "sr-only"}>{word}</span>
    </span>
  );
}

function isKnown(trigger: string): trigger is keyof typeof ICONS {
  return Object.hasOwn(ICONS, trigger);
}
