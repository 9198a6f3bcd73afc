import { fatal } from "../kit/failure.ts";

/** A time or a day, as the service writes it. */
export interface Moment {
  date?: string | undefined;
  dateTime?: string | undefined;
  timeZone?: string | undefined;
}

/** An event as the service gives it. */
export interface EventAnswer {
  readonly id: string;
  readonly status?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start?: Moment;
  readonly end?: Moment;
  readonly htmlLink?: string;
  readonly hangoutLink?: string;
  readonly attendees?: readonly { readonly email?: string; readonly displayName?: string; readonly responseStatus?: string }[];
  readonly organizer?: { readonly email?: string };
  readonly created?: string;
  readonly updated?: string;
  readonly recurringEventId?: string;
  readonly iCalUID?: string;
}

interface PresentedEvent {
  id: string;
  status: string;
  summary: string;
  description: string | null;
  location: string | null;
  start: Moment;
  end: Moment;
  htmlLink: string | null;
  hangoutLink: string | null;
  attendees: { email: string; displayName: string; responseStatus: string }[];
  organizer: string | null;
  created: string | null;
  updated: string | null;
  recurringEventId: string | null;
  iCalUID: string | null;
}

/** An event with every field there, null where the service has nothing to say. */
export function presentEvent(answer: EventAnswer): PresentedEvent {
  return {
    id: answer.id,
    status: answer.status ?? "confirmed",
    summary: answer.summary ?? "",
    description: answer.description ?? null,
    location: answer.location ?? null,
    start: answer.start ?? {},
    end: answer.end ?? {},
    htmlLink: answer.htmlLink ?? null,
    hangoutLink: answer.hangoutLink ?? null,
    attendees: (answer.attendees ?? []).map(({ email = "", displayName = "", responseStatus = "" }) => ({
      email,
      displayName,
      responseStatus,
    })),
    organizer: answer.organizer?.email ?? null,
    created: answer.created ?? null,
    updated: answer.updated ?? null,
    recurringEventId: answer.recurringEventId ?? null,
    iCalUID: answer.iCalUID ?? null,
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** What the service takes for a time or a day. Throws a FatalError for a text that is neither. */
export function readMoment(when: string | Moment, timeZone: string | undefined): Moment {
  if (typeof when !== "string") return { ...when, timeZone: when.timeZone ?? timeZone };
  if (DAY.test(when)) return { date: when };
  if (TIME.test(when)) return { dateTime: /T\d{2}:\d{2}(?!:)/.test(when) ? when.replace(/(T\d{2}:\d{2})/, "$1:00") : when, timeZone };
  throw fatal(`"${when.slice(0, 50)}" is neither a day such as 2027-03-01 nor a time such as 2027-03-01T09:00:00+01:00.`, {
    name: "InvalidInput",
  });
}

/** The fields of a form that an event has under another name or in another shape. */
interface EventForm {
  readonly start?: string | Moment | undefined;
  readonly end?: string | Moment | undefined;
  readonly timeZone?: string | undefined;
  readonly attendees?: readonly string[] | undefined;
}

/** An event as the service takes it; what the form leaves out is left out. */
export function toEvent<Form extends EventForm>(form: Form): object {
  const { start, end, timeZone, attendees, ...same } = form;
  return {
    ...same,
    start: start === undefined ? undefined : readMoment(start, timeZone),
    end: end === undefined ? undefined : readMoment(end, timeZone),
    attendees: attendees?.map((email) => ({ email })),
  };
}
