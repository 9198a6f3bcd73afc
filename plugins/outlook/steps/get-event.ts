import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook, prefer } from "../api.ts";
import type { GetEventInput, GetEventOutput } from "../types.generated.ts";

/** Gets an event with its attendees and their answers. */
export async function getEvent({ eventId }: GetEventInput, options: StepOptions = {}): Promise<GetEventOutput> {
  "use step";
  return outlook.send({ path: path`/me/events/${eventId}`, headers: prefer() }, options);
}
