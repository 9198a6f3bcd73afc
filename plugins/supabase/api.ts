import { defineApi } from "../kit/api.ts";
import { credential } from "../kit/credentials.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { supabaseCredential } from "./credential.ts";

/** What the parts of Supabase say of a failure: the tables a message with details and a hint, storage a status of its own, sign-in a `msg`. */
interface SupabaseError {
  readonly message?: string;
  readonly msg?: string;
  readonly error_description?: string;
  readonly details?: string | null;
  readonly hint?: string | null;
  readonly statusCode?: string | number;
}

/** The APIs of a Supabase project: `/rest/v1` for tables, `/storage/v1` for files, `/auth/v1` for people. */
export const supabase = defineApi({
  label: "Supabase",
  credential: supabaseCredential,
  baseUrl: ({ url = "" }) => url,
  authorize: ({ token = "" }, { headers }) => {
    headers.set("apikey", token);
    headers.set("authorization", `Bearer ${token}`);
  },
  readError: ({ message, msg, error_description: description, details, hint, statusCode }: SupabaseError) => ({
    message: [message ?? msg ?? description, details, hint].filter((part) => typeof part === "string" && part !== "").join("; "),
    // Storage answers 400 whatever is wrong, and says in the body what it means.
    status: /^[45]\d\d$/.test(String(statusCode)) ? Number(statusCode) : undefined,
  }),
});

/** The address of the project that a step works on, without a slash at its end. */
export async function projectUrl(options: StepOptions): Promise<string> {
  const { url = "", baseUrl = url } = await credential(supabaseCredential, options.connection);
  return baseUrl.replace(/\/+$/, "");
}
