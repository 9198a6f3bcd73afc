import { Ban, CircleAlert, CircleCheck, CircleDashed, Clock3, LoaderCircle, Pause, RotateCw } from "lucide-react";
import type { ComponentType } from "react";
import type { Tone } from "./badge.tsx";
import { Badge } from "./badge.tsx";
import { cn } from "./cn.ts";

export type Status = "pending" | "running" | "retrying" | "waiting" | "completed" | "failed" | "cancelled" | "skipped";

interface Look {
  readonly label: string;
  readonly tone: Tone;
  readonly Icon: ComponentType<{ className?: string; "aria-hidden"?: true }>;
}

/** Each status has a shape, a word and a colour of its own; any one is enough to tell it. */
export const STATUS_LOOKS: Readonly<Record<Status, Look>> = {
  pending: { label: "Pending", tone: "neutral", Icon: Clock3 },
  running: { label: "Running", tone: "busy", Icon: LoaderCircle },
  retrying: { label: "Retrying", tone: "warn", Icon: RotateCw },
  waiting: { label: "Waiting", tone: "busy", Icon: Pause },
  completed: { label: "Done", tone: "good", Icon: CircleCheck },
  failed: { label: "Failed", tone: "bad", Icon: CircleAlert },
  cancelled: { label: "Cancelled", tone: "neutral", Icon: Ban },
  skipped: { label: "Skipped", tone: "neutral", Icon: CircleDashed },
};

const COLOURS: Readonly<Record<Tone, string>> = {
  neutral: "text-faint",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
  busy: "text-busy",
  accent: "text-accent",
};

/** A status as an icon; its name is read out. */
export function StatusIcon({ status, className }: { readonly status: Status; readonly className?: string }) {
  const { label, tone, Icon } = STATUS_LOOKS[status];
  return (
    <span className={cn("inline-flex", COLOURS[tone], className)} title={label}>
      <Icon aria-hidden className={cn("size-4", status === "running" ? "animate-spin" : "")} />
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** A status as an icon and a word. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { label, tone, Icon } = STATUS_LOOKS[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={status === "running" ? "animate-spin" : ""} />
      {label}
    </Badge>
  );
}
