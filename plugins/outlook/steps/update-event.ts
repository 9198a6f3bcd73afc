import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook, prefer } from "../api.ts";
import { encodeEvent } from "../encode-event.ts";
import type { UpdateEventInput, UpdateEventOutput } from "../types.generated.ts";

/** Changes what is given of an event; its attendees are told. */
export async function updateEvent({ eventId, ...input }: UpdateEventInput, options: StepOptions = {}): Promise<UpdateEventOutput> {
  "use step";
  const headers = prefer({ timeZone: input.timeZone });
  return outlook.send({ method: "PATCH", path: path`/me/events/${eventId}`, json: encodeEvent(input), headers }, options);
}
