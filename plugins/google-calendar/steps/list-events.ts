import { collectPages } from "../../kit/collect-pages.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import type { EventAnswer } from "../events.ts";
import { presentEvent } from "../events.ts";
import type { ListEventsInput, ListEventsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 2_500;

/** What Google gives of a calendar at a time. */
interface EventPage {
  readonly items?: readonly EventAnswer[];
  readonly nextPageToken?: string;
}

/** Lists the events of a calendar in the order of their start. */
export async function listEvents(input: ListEventsInput, options: StepOptions = {}): Promise<ListEventsOutput> {
  "use step";
  const { calendarId = "primary", limit = 100, ...filter } = input;
  const place = path`/calendar/v3/calendars/${calendarId}/events`;
  const events = await collectPages(limit, async (pageToken, wanted) => {
    const query = { ...filter, singleEvents: true, orderBy: "startTime", maxResults: Math.min(wanted, LARGEST_PAGE), pageToken };
    const page = await calendar.send<EventPage>({ path: place, query }, options);
    return { items: page.items ?? [], next: page.nextPageToken };
  });
  return { events: events.map(presentEvent) };
}
