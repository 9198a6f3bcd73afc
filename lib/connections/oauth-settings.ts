import type { CredentialType, OAuthProvider } from "../../plugins/kit/define-credential.ts";
import { AppError } from "../errors.ts";
import type { OAuthState } from "./connection-secrets.ts";

/** Everything that asking for a token takes. */
export interface OAuthSettings {
  readonly grant: OAuthState["grant"];
  /** Absent for client credentials, which nobody authorizes. */
  readonly authorizeUrl?: string;
  readonly tokenUrl: string;
  readonly revokeUrl?: string;
  readonly issuer?: string;
  readonly scopes: readonly string[];
  readonly scopeSeparator: string;
  readonly pkce: boolean;
  readonly authorizeParams: Readonly<Record<string, string>>;
  readonly tokenParams: Readonly<Record<string, string>>;
  readonly clientAuth: "basic" | "post";
  readonly tokenBody: "form" | "json";
  readonly tokenPath?: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The provider of a connection with the client to use. A client of the server's own, `WEFT_OAUTH_<SERVICE>_CLIENT_ID`, goes to the
 * ready definition's addresses alone: its secret is not the user's to send elsewhere. Throws `conflict` naming what is missing.
 */
export function oauthSettings(
  type: CredentialType,
  state: OAuthState,
  alias: string,
  environment: Environment = process.env,
): OAuthSettings {
  const provider: (Partial<OAuthProvider> & { tokenUrl: string; tokenParams?: Readonly<Record<string, string>> }) | undefined =
    state.provider ?? type.oauth;
  if (!provider) {
    throw new AppError(
      "conflict",
      `Nothing says where the connection "${alias}" gets its tokens: ${type.service} has no OAuth 2.0 definition.`,
      {
        hint: "Give authorizeUrl and tokenUrl, or a token in place of OAuth.",
      },
    );
  }
  const client = clientOf(type, state, alias, environment);
  return {
    grant: state.grant,
    ...optional("authorizeUrl", provider.authorizeUrl),
    tokenUrl: provider.tokenUrl,
    ...optional("revokeUrl", provider.revokeUrl),
    ...optional("issuer", provider.issuer),
    scopes: state.scopes ?? type.oauth?.scopes ?? [],
    scopeSeparator: provider.scopeSeparator ?? " ",
    pkce: provider.pkce ?? true,
    authorizeParams: provider.authorizeParams ?? {},
    tokenParams: provider.tokenParams ?? {},
    clientAuth: provider.clientAuth ?? "post",
    tokenBody: provider.tokenBody ?? "form",
    ...optional("tokenPath", provider.tokenPath),
    ...client,
  };
}

/** `WEFT_OAUTH_GOOGLE_SHEETS_CLIENT_ID` and `…_SECRET`, for the service `googleSheets`. */
export function clientVariables(service: string): { readonly id: string; readonly secret: string } {
  const name = service.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
  return { id: `WEFT_OAUTH_${name}_CLIENT_ID`, secret: `WEFT_OAUTH_${name}_CLIENT_SECRET` };
}

/** Whether the server brings its own client for a service. */
export function hasServerClient(service: string, environment: Environment = process.env): boolean {
  return (environment[clientVariables(service).id] ?? "") !== "";
}

function clientOf(
  type: CredentialType,
  state: OAuthState,
  alias: string,
  environment: Environment,
): { clientId: string; clientSecret?: string } {
  if (state.clientId !== undefined) return { clientId: state.clientId, ...optional("clientSecret", state.clientSecret) };
  const variables = clientVariables(type.service);
  const id = state.provider ? undefined : environment[variables.id];
  if (id === undefined || id === "") {
    throw new AppError("conflict", `The connection "${alias}" has no client id.`, {
      hint: state.provider
        ? "Give clientId and clientSecret of the application you registered with the provider."
        : `Give clientId and clientSecret of your own application, or set ${variables.id} and ${variables.secret} on the server.`,
    });
  }
  const secret = environment[variables.secret];
  return { clientId: id, ...optional("clientSecret", secret === "" ? undefined : secret) };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [K in Name]?: Value } {
  // An object of one key that is `name`: TypeScript widens computed keys to `string`.
  return (value === undefined ? {} : { [name]: value }) as { [K in Name]?: Value };
}
