import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook } from "../api.ts";
import type { DeleteEventInput, DeleteEventOutput } from "../types.generated.ts";

/** Deletes an event; its attendees are told that it is cancelled. */
export async function deleteEvent({ eventId }: DeleteEventInput, options: StepOptions = {}): Promise<DeleteEventOutput> {
  "use step";
  await outlook.send({ method: "DELETE", path: path`/me/events/${eventId}` }, options);
  return { id: eventId, deleted: true };
}
