import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import type { EventAnswer } from "../events.ts";
import { presentEvent } from "../events.ts";
import type { QuickAddEventInput, QuickAddEventOutput } from "../types.generated.ts";

/** Puts an event into a calendar by a sentence. */
export async function quickAddEvent(input: QuickAddEventInput, options: StepOptions = {}): Promise<QuickAddEventOutput> {
  "use step";
  const { calendarId = "primary", text, sendUpdates } = input;
  const place = path`/calendar/v3/calendars/${calendarId}/events/quickAdd`;
  return presentEvent(await calendar.send<EventAnswer>({ method: "POST", path: place, query: { text, sendUpdates } }, options));
}
