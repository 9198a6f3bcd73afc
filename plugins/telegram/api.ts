import { defineApi } from "../kit/api.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { telegramCredential } from "./credential.ts";

/** Telegram's Bot API. The token's place in an address is a plain `bot` until the call is made, so that no message can show it. */
export const telegram = defineApi({
  label: "Telegram",
  credential: telegramCredential,
  baseUrl: "https://api.telegram.org",
  authorize: ({ token }, { url }) => {
    url.pathname = url.pathname.replace("/bot/", () => `/bot${token}/`);
  },
  refuses: (body) => body?.ok === false,
  readError: ({ description, error_code: status, parameters }) => ({
    message: description,
    status,
    retryAfterMs: parameters?.retry_after === undefined ? undefined : parameters.retry_after * 1_000,
  }),
});

/** Calls a method of the Bot API and gives its result. */
export async function callBot<Result>(
  method: string,
  fields: object,
  options: StepOptions,
  limits: { readonly timeout?: string } = {},
): Promise<Result> {
  const { result } = await telegram.send<{ result: Result }>({ path: `/bot/${method}`, json: fields, ...limits }, options);
  return result;
}
