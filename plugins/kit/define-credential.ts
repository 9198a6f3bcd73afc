/** One value of a credential. */
export interface CredentialField {
  readonly label: string;
  readonly help?: string;
  /** The service's own environment variable, for example `SLACK_BOT_TOKEN`. */
  readonly env: string;
  /** Never shown, logged or returned. Default true. */
  readonly secret?: boolean;
  /** Default false: a step that asks for the credential fails without it. */
  readonly optional?: boolean;
}

/** How a service's OAuth 2.0 server is asked for a token in a person's name. */
export interface OAuthProvider {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl?: string;
  readonly scopes: readonly string[];
  /** Default a blank. */
  readonly scopeSeparator?: string;
  /** Default true. */
  readonly pkce?: boolean;
  /** Added to the authorization address, for example `{ access_type: "offline" }`. */
  readonly authorizeParams?: Readonly<Record<string, string>>;
  /** How the client says who it is; default `post`. */
  readonly clientAuth?: "basic" | "post";
  /** How a token is asked for; default `form`. */
  readonly tokenBody?: "form" | "json";
  /** Where in the answer the token stands, for example `authed_user`; default its top. */
  readonly tokenPath?: string;
  /** What the server calls itself in the `iss` parameter; by default anything of the origin of `authorizeUrl`. */
  readonly issuer?: string;
  /** The field of the credential that receives the access token; default `token`. */
  readonly tokenField?: string;
}

/** What a service needs to be called. */
export interface CredentialType<Field extends string = string> {
  readonly service: string;
  readonly fields: Readonly<Record<Field, CredentialField>>;
  readonly oauth?: OAuthProvider;
}

/** Names a service's credential once, for the settings form, the environment and the steps. */
export function defineCredential<Field extends string>(
  service: string,
  fields: Readonly<Record<Field, CredentialField>>,
  options: { readonly oauth?: OAuthProvider } = {},
): CredentialType<Field> {
  return { service, fields, ...options };
}

/** The environment variable of one field: the service's own, or `WEFT_CONNECTION_<ALIAS>_<FIELD>`. */
export function credentialVariable(type: CredentialType, field: string, alias: string | undefined): string {
  if (alias === undefined) return type.fields[field]?.env ?? "";
  return `${connectionPrefix(alias)}${shout(field)}`;
}

/** What the environment variables of a connection begin with. */
export function connectionPrefix(alias: string): string {
  return `WEFT_CONNECTION_${shout(alias)}_`;
}

/** The values that the environment holds for a credential. */
export function readCredential(
  type: CredentialType,
  alias: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of Object.keys(type.fields)) {
    const value = environment[credentialVariable(type, field, alias)];
    if (value !== undefined && value !== "") values[field] = value;
  }
  return values;
}

function shout(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}
