import * as oauth from "oauth4webapi";
import type { StepFetch } from "../../plugins/kit/egress.ts";
import { SecretRedactor } from "../steps/redact-secrets.ts";
import type { Tokens } from "./connection-secrets.ts";
import type { OAuthSettings } from "./oauth-settings.ts";
import { readTokenAnswer } from "./token-answer.ts";
import { explainTokenFailure } from "./token-error.ts";

/** What is exchanged for a token. */
export type Grant =
  | {
      readonly type: "authorization_code";
      readonly callback: URLSearchParams;
      readonly state: string;
      readonly redirectUri: string;
      readonly verifier: string;
    }
  | { readonly type: "refresh_token"; readonly refreshToken: string }
  | { readonly type: "client_credentials" };

export interface GrantedTokens {
  readonly tokens: Tokens;
  /** Undefined when the server says none, which means: those that were asked for. */
  readonly scopes?: readonly string[];
}

/** Of one call of a token endpoint, to its last byte. */
const TIMEOUT_MS = 10_000;
/** Asks the token endpoint, guarded and limited; throws TokenError, whose message names the host and holds no secret. */
export async function requestTokens(settings: OAuthSettings, grant: Grant, fetch: StepFetch): Promise<GrantedTokens> {
  const host = new URL(settings.tokenUrl).host;
  try {
    const answer = await ask(settings, grant, fetch);
    const obtainedAt = Date.now();
    return {
      tokens: {
        accessToken: answer.access_token,
        // A server that sends none with a renewal means: keep the one you have.
        ...(answer.refresh_token === undefined
          ? grant.type === "refresh_token"
            ? { refreshToken: grant.refreshToken }
            : {}
          : { refreshToken: answer.refresh_token }),
        obtainedAt,
        ...(answer.expires_in === undefined ? {} : { expiresAt: obtainedAt + answer.expires_in * 1_000 }),
      },
      ...(answer.scope === undefined ? {} : { scopes: answer.scope.split(/[\s,]+/).filter((scope) => scope !== "") }),
    };
  } catch (error) {
    throw explainTokenFailure(error, host, redactorFor(settings, grant));
  }
}

/** Tells the server to forget a token (RFC 7009), where it can be told; whether it said it had. */
export async function revokeToken(settings: OAuthSettings, token: string, fetch: StepFetch): Promise<boolean> {
  if (settings.revokeUrl === undefined) return false;
  const { server, client, authentication } = partiesOf(settings);
  try {
    const response = await oauth.revocationRequest(
      server,
      client,
      authentication,
      token,
      callOptions(settings, fetch, async (answer) => answer),
    );
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function ask(settings: OAuthSettings, grant: Grant, fetch: StepFetch): Promise<oauth.TokenEndpointResponse> {
  const { server, client, authentication } = partiesOf(settings);
  const options = callOptions(settings, fetch, (answer) => readTokenAnswer(answer, settings));
  switch (grant.type) {
    case "authorization_code": {
      const callback = oauth.validateAuthResponse(withIssuerOf(server, grant.callback, settings), client, grant.callback, grant.state);
      const verifier = settings.pkce ? grant.verifier : oauth.nopkce;
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication,
        callback,
        grant.redirectUri,
        verifier,
        options,
      );
      return oauth.processAuthorizationCodeResponse(server, client, response);
    }
    case "refresh_token":
      return oauth.processRefreshTokenResponse(
        server,
        client,
        await oauth.refreshTokenGrantRequest(server, client, authentication, grant.refreshToken, options),
      );
    case "client_credentials": {
      const scope = settings.scopes.join(settings.scopeSeparator);
      const parameters: Record<string, string> = scope === "" ? {} : { scope };
      return oauth.processClientCredentialsResponse(
        server,
        client,
        await oauth.clientCredentialsGrantRequest(server, client, authentication, { ...settings.tokenParams, ...parameters }, options),
      );
    }
  }
}

function partiesOf(settings: OAuthSettings): { server: oauth.AuthorizationServer; client: oauth.Client; authentication: oauth.ClientAuth } {
  const server: oauth.AuthorizationServer = {
    issuer: settings.issuer ?? new URL(settings.tokenUrl).origin,
    token_endpoint: settings.tokenUrl,
    ...(settings.revokeUrl === undefined ? {} : { revocation_endpoint: settings.revokeUrl }),
  };
  const authentication =
    settings.clientSecret === undefined
      ? oauth.None()
      : settings.clientAuth === "basic"
        ? basicAuthentication(settings.clientSecret)
        : oauth.ClientSecretPost(settings.clientSecret);
  return { server, client: { client_id: settings.clientId }, authentication };
}

/**
 * Form-encoded as the URL standard does it, which leaves `-`, `.` and `_` alone: the library encodes those too, which is right, but Notion,
 * whose client ids are UUIDs, does not decode them.
 */
function basicAuthentication(secret: string): oauth.ClientAuth {
  const encode = (text: string): string => new URLSearchParams({ "": text }).toString().slice(1);
  return (_server, client, _body, headers) => {
    headers.set("authorization", `Basic ${Buffer.from(`${encode(client.client_id)}:${encode(secret)}`).toString("base64")}`);
  };
}

/**
 * RFC 9207: an `iss` that the answer carries must be the server's, or the code belongs to another one's. Where a definition does not say
 * what the server calls itself, it must be an address of the origin that the person was sent to.
 */
function withIssuerOf(server: oauth.AuthorizationServer, callback: URLSearchParams, settings: OAuthSettings): oauth.AuthorizationServer {
  const claimed = callback.get("iss");
  if (claimed === null || settings.issuer !== undefined) return server;
  const expected = URL.parse(settings.authorizeUrl ?? settings.tokenUrl)?.origin;
  return URL.parse(claimed)?.origin === expected ? { ...server, issuer: claimed } : server;
}

interface CallOptions {
  [oauth.customFetch]: (url: string, init: oauth.CustomFetchOptions<"POST", URLSearchParams>) => Promise<Response>;
  [oauth.allowInsecureRequests]: boolean;
  signal: AbortSignal;
  additionalParameters: Record<string, string>;
}

function callOptions(settings: OAuthSettings, fetch: StepFetch, read: (answer: Response) => Promise<Response>): CallOptions {
  return {
    [oauth.customFetch]: async (url, { body, headers, method, signal }) => {
      const json = settings.tokenBody === "json";
      const init = {
        method,
        headers: { ...headers, ...(json ? { "content-type": "application/json" } : {}) },
        body: json ? JSON.stringify(Object.fromEntries(body)) : body.toString(),
        ...(signal ? { signal } : {}),
      };
      return read(await fetch(new URL(url), init));
    },
    // Which addresses may be plain http was decided when the connection was saved.
    [oauth.allowInsecureRequests]: true,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    additionalParameters: { ...settings.tokenParams },
  };
}

function redactorFor(settings: OAuthSettings, grant: Grant): SecretRedactor {
  const redactor = new SecretRedactor();
  if (settings.clientSecret !== undefined) redactor.add(settings.clientSecret);
  if (grant.type === "refresh_token") redactor.add(grant.refreshToken);
  if (grant.type === "authorization_code") {
    redactor.add(grant.verifier);
    redactor.add(grant.callback.get("code") ?? "");
  }
  return redactor;
}
