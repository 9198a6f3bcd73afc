/** One value of a credential. */
export interface CredentialField {
  readonly label: string;
  readonly help?: string;
  /** The service's own environment variable, for example `SLACK_BOT_TOKEN`. */
  readonly env: string;
  /** Never logged. Default true. */
  readonly secret?: boolean;
  /** Default false: a step that asks for the credential fails without it. */
  readonly optional?: boolean;
}

/** The part of a service's OAuth 2.0 server that renewing a token needs. */
export interface OAuthProvider {
  readonly tokenUrl: string;
  /** How the client says who it is; default `post`. */
  readonly clientAuth?: "basic" | "post";
  /** The field of the credential that receives the access token; default `token`. */
  readonly tokenField?: string;
}

/** What a service needs to be called. */
export interface CredentialType<Field extends string = string> {
  readonly service: string;
  readonly fields: Readonly<Record<Field, CredentialField>>;
  readonly oauth?: OAuthProvider;
}

/** Names a service's credential once. */
export function defineCredential<Field extends string>(
  service: string,
  fields: Readonly<Record<Field, CredentialField>>,
  options: { readonly oauth?: OAuthProvider & Readonly<Record<string, unknown>> } = {},
): CredentialType<Field> {
  return { service, fields, ...options };
}

/** The environment variable of one field: the service's own, or `CONNECTION_<ALIAS>_<FIELD>` for a credential with a name. */
export function credentialVariable(type: CredentialType, field: string, alias: string | undefined): string {
  return alias === undefined ? (type.fields[field]?.env ?? "") : `CONNECTION_${shout(alias)}_${shout(field)}`;
}

/** The variables that renew an access token: `GOOGLE_REFRESH_TOKEN`, `GOOGLE_CLIENT_ID`, `GOOGLE_CLIENT_SECRET`. */
export function renewalVariables(type: CredentialType, alias: string | undefined): { refreshToken: string; id: string; secret: string } {
  const prefix = alias === undefined ? shout(type.service) : `CONNECTION_${shout(alias)}`;
  return { refreshToken: `${prefix}_REFRESH_TOKEN`, id: `${prefix}_CLIENT_ID`, secret: `${prefix}_CLIENT_SECRET` };
}

function shout(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}
