import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import type { QueryFreeBusyInput, QueryFreeBusyOutput } from "../types.generated.ts";

/** What Google says of each calendar, by its id. */
type FreeBusy = Readonly<Record<string, { busy?: { start: string; end: string }[]; errors?: readonly { readonly reason: string }[] }>>;

/** Tells when calendars are busy. */
export async function queryFreeBusy(input: QueryFreeBusyInput, options: StepOptions = {}): Promise<QueryFreeBusyOutput> {
  "use step";
  const { calendarIds, ...span } = input;
  const json = { ...span, items: calendarIds.map((id) => ({ id })) };
  const { calendars = {} } = await calendar.send<{ calendars?: FreeBusy }>({ path: "/calendar/v3/freeBusy", json }, options);
  return {
    calendars: Object.entries(calendars).map(([id, { busy = [], errors = [] }]) => ({
      id,
      busy,
      errors: errors.map(({ reason }) => reason),
    })),
  };
}
