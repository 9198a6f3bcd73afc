"use client";
import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import { findCronProblem, isTimeZone } from "../../../../codegen/schema/cron.ts";
import { configOf } from "../../../../codegen/schema/node-facts.ts";
import { inspectorText } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { Combobox } from "../../../ui/combobox.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { FieldFrame } from "../form/field-frame.tsx";
import { PlainField } from "../kinds/plain-field.tsx";
import { useNodeForm } from "../node-form.tsx";
import { cronWords } from "./cron-words.ts";
import { nextTimes } from "./next-times.ts";

const text = inspectorText.trigger;

const presets: readonly (readonly [string, string])[] = [
  [text.everyMinutes, "*/15 * * * *"],
  [text.everyHour, "0 * * * *"],
  [text.everyDay, "0 9 * * *"],
  [text.everyWeekday, "0 9 * * 1-5"],
  [text.everyWeek, "0 9 * * 1"],
  [text.everyMonth, "0 9 1 * *"],
];

/** When a workflow starts by itself: as written, in words, and the next times. */
export function ScheduleFields() {
  const { node, change, readOnly } = useNodeForm();
  const config = configOf(node);
  const cron = typeof config["cron"] === "string" ? config["cron"] : "";
  const timezone = typeof config["timezone"] === "string" ? config["timezone"] : "UTC";
  const words = cronWords(cron);
  const zones = useMemo(
    () => ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    [],
  );
  const set = (next: string): void => change(["cron"], next, text.cron.toLowerCase());
  return (
    <>
      <div className="flex flex-col gap-1">
        <div className="flex items-end gap-1">
          <div className="min-w-0 flex-1">
            <PlainField label={text.cron} name="cron" mono value={cron} onChange={set} placeholder="0 9 * * *" />
          </div>
          {readOnly ? null : (
            <Menu entries={presets.map(([label, preset]) => ({ label, onSelect: () => set(preset) }))}>
              <Button aria-label={text.presets}>
                <ChevronDown aria-hidden />
              </Button>
            </Menu>
          )}
        </div>
        {words === undefined ? (
          <p className="text-xs text-bad" aria-live="polite">
            {`${text.cron} ${findCronProblem(cron) ?? ""}.`}
          </p>
        ) : (
          <p className="text-xs text-muted" aria-live="polite">
            {words}
          </p>
        )}
      </div>
      <FieldFrame id="schedule-zone" label={text.timezone} name="timezone">
        <Combobox
          id="schedule-zone"
          aria-label={text.timezone}
          value={timezone}
          options={zones}
          placeholder="UTC"
          onChange={(zone) => !readOnly && change(["timezone"], zone, text.timezone.toLowerCase())}
        />
      </FieldFrame>
      {words === undefined || !isTimeZone(timezone) ? null : <NextTimes cron={cron} timezone={timezone} />}
    </>
  );
}

function NextTimes({ cron, timezone }: { readonly cron: string; readonly timezone: string }) {
  const [now] = useState(() => new Date());
  const times = useMemo(() => nextTimes(cron, timezone, now, 5), [cron, timezone, now]);
  const format = useMemo(
    () =>
      new Intl.DateTimeFormat("en", {
        weekday: "short",
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone: timezone,
      }),
    [timezone],
  );
  return (
    <div>
      <h4 className="mb-1 text-xs font-medium">{text.next}</h4>
      {times.length === 0 ? <p className="text-xs text-muted">{text.notAvailable}</p> : null}
      <ul className="flex flex-col gap-0.5 text-xs text-muted tabular-nums">
        {times.map((time) => (
          <li key={time.getTime()}>
            <time dateTime={time.toISOString()}>{format.format(time)}</time>
          </li>
        ))}
      </ul>
    </div>
  );
}
