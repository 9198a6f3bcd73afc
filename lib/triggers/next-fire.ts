import { Cron } from "croner";
import type { TriggerConfig } from "./trigger-config.ts";

/** When a schedule fires next after `from`; null for every other trigger, and for a schedule that never does. */
export function nextFire(config: TriggerConfig, from = new Date()): Date | null {
  if (config.on !== "schedule" || config.cron === undefined) return null;
  return new Cron(config.cron, { timezone: config.timezone ?? "UTC", paused: true }).nextRun(from);
}
