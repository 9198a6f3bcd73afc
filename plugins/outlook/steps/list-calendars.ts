import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { outlook } from "../api.ts";
import type { ListCalendarsInput, ListCalendarsOutput } from "../types.generated.ts";

/** Lists the calendars of the person. */
export async function listCalendars({ limit = 100 }: ListCalendarsInput, options: StepOptions = {}): Promise<ListCalendarsOutput> {
  "use step";
  return { calendars: await listPages(outlook, { path: "/me/calendars" }, { limit, largest: 100 }, options) };
}
