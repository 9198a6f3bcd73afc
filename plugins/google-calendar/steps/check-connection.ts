import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const query = { maxResults: 250 };
  const { items = [] } = await calendar.send<{ items?: readonly { id: string; primary?: boolean }[] }>(
    { path: "/calendar/v3/users/me/calendarList", query },
    options,
  );
  return { account: items.find(({ primary }) => primary)?.id ?? items[0]?.id ?? "Google Calendar" };
}
