import { z } from "zod";

const text = z.string();

/** An authorization server of the user's own, in place of a ready definition. */
export const customProviderSchema = z.strictObject({
  authorizeUrl: text.exactOptional(),
  tokenUrl: text,
  revokeUrl: text.exactOptional(),
  issuer: text.exactOptional(),
  scopeSeparator: text.exactOptional(),
  pkce: z.boolean().exactOptional(),
  clientAuth: z.enum(["basic", "post"]).exactOptional(),
  tokenBody: z.enum(["form", "json"]).exactOptional(),
  tokenPath: text.exactOptional(),
  authorizeParams: z.record(text, text).exactOptional(),
  /** Sent with every request for a token, for example `{ audience: "…" }`. */
  tokenParams: z.record(text, text).exactOptional(),
});

export const tokensSchema = z.strictObject({
  accessToken: text,
  refreshToken: text.exactOptional(),
  /** Milliseconds since 1970. */
  obtainedAt: z.number(),
  /** Milliseconds since 1970; absent for a token that does not expire. */
  expiresAt: z.number().exactOptional(),
});
export type Tokens = z.infer<typeof tokensSchema>;

/** How a connection gets its tokens, and those it has. */
export const oauthStateSchema = z.strictObject({
  grant: z.enum(["authorization_code", "client_credentials"]),
  /** The user's own application; the server's, from the environment, without it. */
  clientId: text.exactOptional(),
  clientSecret: text.exactOptional(),
  /** What is asked for; the ready definition's without it. */
  scopes: z.array(text).exactOptional(),
  provider: customProviderSchema.exactOptional(),
  tokens: tokensSchema.exactOptional(),
});
export type OAuthState = z.infer<typeof oauthStateSchema>;

/** Everything of a connection that is sealed: where its secrets may be sent stands with them, so that nobody can redirect them in the database. */
const connectionSecretsSchema = z.strictObject({
  fields: z.record(text, text),
  oauth: oauthStateSchema.exactOptional(),
  /** The origins that a described service had when the secrets were given for it: a later description gets none of them sent elsewhere. */
  origins: z.array(text).exactOptional(),
});
export type ConnectionSecrets = z.infer<typeof connectionSecretsSchema>;

/** Reads what was sealed; throws when it is not ours, which is our own mistake. */
export function parseSecrets(json: string): ConnectionSecrets {
  return connectionSecretsSchema.parse(JSON.parse(json));
}
