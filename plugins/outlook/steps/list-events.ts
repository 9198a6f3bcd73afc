import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { instant } from "../../microsoft/odata.ts";
import { outlook, prefer } from "../api.ts";
import type { ListEventsInput, ListEventsOutput } from "../types.generated.ts";

/** Lists the events between two times, each occurrence of a repeated one included. */
export async function listEvents(
  { startDateTime, endDateTime, timeZone, calendarId, limit = 100 }: ListEventsInput,
  options: StepOptions = {},
): Promise<ListEventsOutput> {
  "use step";
  const request = {
    path: calendarId === undefined ? "/me/calendarView" : path`/me/calendars/${calendarId}/calendarView`,
    query: {
      startDateTime: instant(startDateTime, "startDateTime"),
      endDateTime: instant(endDateTime, "endDateTime"),
      $orderby: "start/dateTime",
    },
    headers: prefer({ timeZone }),
  };
  return { events: await listPages(outlook, request, { limit, largest: 100 }, options) };
}
