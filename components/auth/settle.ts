import { ApiError } from "../api/api-error.ts";
import { authText } from "../text/auth.ts";

interface Outcome<Data> {
  readonly data: Data | null;
  readonly error: { readonly message?: string | undefined; readonly status: number; readonly code?: string | undefined } | null;
}

/** What an answer of Better Auth holds; rejects with its refusal, as our own API's calls do. */
export async function settle<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error } = await call;
  if (error) throw new ApiError(error.status, { code: error.code ?? "refused", message: error.message ?? authText.failed });
  // Without an error there is data, if only `null` where a call answers nothing.
  return data as Data;
}
