import type { StepOptions } from "../kit/step-options.ts";
import { googleApi } from "./api.ts";

const account = googleApi("Google", "https://www.googleapis.com");

/** Whose sign-in it is; Drive tells that to everything that may see a document. */
export async function connectedAccount(options: StepOptions): Promise<{ account: string }> {
  const query = { fields: "user(displayName,emailAddress)" };
  const { user } = await account.send<{ user: { displayName?: string; emailAddress?: string } }>(
    { path: "/drive/v3/about", query },
    options,
  );
  return { account: user.emailAddress ?? user.displayName ?? "Google" };
}
