import { googleCredential } from "../google/credential.ts";
import { definePlugin } from "../kit/define-plugin.ts";
import { createEvent } from "./actions/create-event.ts";
import { deleteEvent } from "./actions/delete-event.ts";
import { getEvent } from "./actions/get-event.ts";
import { listCalendars } from "./actions/list-calendars.ts";
import { listEvents } from "./actions/list-events.ts";
import { queryFreeBusy } from "./actions/query-free-busy.ts";
import { quickAddEvent } from "./actions/quick-add-event.ts";
import { updateEvent } from "./actions/update-event.ts";

export const plugin = definePlugin({
  name: "googleCalendar",
  label: "Google Calendar",
  description: "Calendars and events: create, list, change and delete events, and find free time.",
  docs: "https://developers.google.com/workspace/calendar/api/v3/reference",
  credential: googleCredential,
  actions: [createEvent, quickAddEvent, listEvents, getEvent, updateEvent, deleteEvent, listCalendars, queryFreeBusy],
});
