import { defineApi } from "../kit/api.ts";
import { path } from "../kit/path.ts";

/** Who an application is. */
interface Application {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** In place of Microsoft's own servers. */
  readonly baseUrl?: string | undefined;
}

const login = defineApi({
  label: "Microsoft sign-in",
  baseUrl: "https://login.microsoftonline.com",
  readError: ({ error, error_description }) => ({ message: error_description ?? error }),
});

/** A token is asked for anew a minute before its end. */
const MARGIN_MS = 60_000;
const MOST_TOKENS = 100;
const known = new Map<string, { readonly token: string; readonly endsAt: number }>();

/** The token of an application that acts with permissions of its own, kept until shortly before its end. */
export async function applicationToken({ tenantId, clientId, clientSecret, baseUrl }: Application): Promise<string> {
  const key = JSON.stringify([tenantId, clientId, clientSecret, baseUrl]);
  const kept = known.get(key);
  if (kept && kept.endsAt > Date.now()) return kept.token;
  const form = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope: "https://graph.microsoft.com/.default",
  };
  const request = { path: path`/${tenantId}/oauth2/v2.0/token`, form, ...(baseUrl === undefined ? {} : { baseUrl }) };
  const { access_token: token, expires_in: seconds } = await login.send<{ access_token: string; expires_in: number }>(request, {});
  if (known.size >= MOST_TOKENS) known.clear();
  known.set(key, { token, endsAt: Date.now() + seconds * 1_000 - MARGIN_MS });
  return token;
}
