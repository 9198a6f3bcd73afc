import { encodeRecipients } from "./encode-message.ts";

/** What people write into an event. */
interface EventFields {
  readonly subject?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly body?: string | undefined;
  readonly contentType?: "html" | "text" | undefined;
  readonly location?: string | undefined;
  readonly attendees?: string | string[] | undefined;
  readonly isOnlineMeeting?: boolean | undefined;
}

/** The same as Graph wants it. */
export function encodeEvent({
  start,
  end,
  timeZone = "UTC",
  body,
  contentType = "html",
  location,
  attendees,
  ...others
}: EventFields): object {
  return {
    ...others,
    ...(start === undefined ? {} : { start: { dateTime: start, timeZone } }),
    ...(end === undefined ? {} : { end: { dateTime: end, timeZone } }),
    ...(body === undefined ? {} : { body: { contentType, content: body } }),
    ...(location === undefined ? {} : { location: { displayName: location } }),
    ...(attendees === undefined ? {} : { attendees: encodeRecipients(attendees).map((attendee) => ({ ...attendee, type: "required" })) }),
    ...(others.isOnlineMeeting === true ? { onlineMeetingProvider: "teamsForBusiness" } : {}),
  };
}
