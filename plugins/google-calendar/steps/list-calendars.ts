import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import type { ListCalendarsInput, ListCalendarsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 250;

/** What Google gives of the list at a time. */
interface CalendarPage {
  readonly items?: readonly {
    readonly id: string;
    readonly summary?: string;
    readonly summaryOverride?: string;
    readonly description?: string;
    readonly timeZone?: string;
    readonly accessRole?: string;
    readonly primary?: boolean;
  }[];
  readonly nextPageToken?: string;
}

/** Lists the calendars that the account sees. */
export async function listCalendars({ limit = 100 }: ListCalendarsInput, options: StepOptions = {}): Promise<ListCalendarsOutput> {
  "use step";
  const found = await collectPages(limit, async (pageToken, wanted) => {
    const query = { maxResults: Math.min(wanted, LARGEST_PAGE), pageToken };
    const page = await calendar.send<CalendarPage>({ path: "/calendar/v3/users/me/calendarList", query }, options);
    return { items: page.items ?? [], next: page.nextPageToken };
  });
  const calendars = found.map(({ id, summary, summaryOverride, description, timeZone, accessRole, primary }) => ({
    id,
    // The account's own name for it comes first.
    summary: summaryOverride ?? summary ?? id,
    description: description ?? null,
    timeZone: timeZone ?? null,
    accessRole: accessRole ?? "",
    primary: primary ?? false,
  }));
  return { calendars };
}
