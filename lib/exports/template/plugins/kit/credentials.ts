import type { CredentialType } from "./define-credential.ts";
import { credentialVariable, renewalVariables } from "./define-credential.ts";
import { fatal, retryable } from "./failure.ts";

type Values<Field extends string> = Partial<Record<Field, string>>;

/** The values of a credential, read from the environment inside the step, never passed to it. Throws a FatalError that names what to set. */
export async function credential<Field extends string>(type: CredentialType<Field>, alias?: string): Promise<Values<Field>> {
  const values: Record<string, string> = {};
  for (const field of Object.keys(type.fields)) {
    const value = process.env[credentialVariable(type, field, alias)];
    if (value) values[field] = value;
  }
  const tokenField = type.oauth?.tokenField ?? "token";
  if (type.oauth && values[tokenField] === undefined) {
    const token = await renewedToken(type, alias);
    if (token !== undefined) values[tokenField] = token;
  }
  const missing = Object.entries<{ optional?: boolean }>(type.fields).filter(([field, { optional }]) => !optional && !values[field]);
  if (missing.length > 0) {
    const variables = missing.map(([field]) => credentialVariable(type, field, alias)).join(", ");
    throw fatal(`${variables} must be set in the environment for ${alias ?? type.service}.`, { name: "MissingCredential" });
  }
  // Keys come from `type.fields`, which is keyed by Field.
  return values as Values<Field>;
}

/** Access tokens by refresh token, until a minute before they expire. */
const tokens = new Map<string, { readonly token: string; readonly expires: number }>();

/** An access token for the refresh token of the environment; undefined when there is none. */
async function renewedToken(type: CredentialType, alias: string | undefined): Promise<string | undefined> {
  const variables = renewalVariables(type, alias);
  const [refreshToken, id, secret] = [variables.refreshToken, variables.id, variables.secret].map((name) => process.env[name]);
  if (!type.oauth || !refreshToken || !id) return undefined;
  const known = tokens.get(refreshToken);
  if (known && known.expires > Date.now()) return known.token;
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const headers = new Headers({ accept: "application/json" });
  if (type.oauth.clientAuth === "basic") headers.set("authorization", `Basic ${btoa(`${id}:${secret ?? ""}`)}`);
  else {
    form.set("client_id", id);
    if (secret) form.set("client_secret", secret);
  }
  const response = await fetch(type.oauth.tokenUrl, { method: "POST", headers, body: form, signal: AbortSignal.timeout(30_000) });
  const answer = (await response.json().catch(() => ({}))) as { access_token?: string; expires_in?: number; error?: string };
  if (!answer.access_token) {
    const message = `The ${type.service} access token could not be renewed: ${answer.error ?? response.status}.`;
    throw response.status >= 500 ? retryable(message) : fatal(`${message} Check ${variables.refreshToken}.`, { name: "MissingCredential" });
  }
  tokens.set(refreshToken, { token: answer.access_token, expires: Date.now() + ((answer.expires_in ?? 3600) - 60) * 1000 });
  return answer.access_token;
}
