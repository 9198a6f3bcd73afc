import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** A certified OAuth 2.0 server on loopback, for tests. */
export interface AuthorizationServer {
  readonly url: string;
  readonly host: string;
  /** Every request for a token: its parameters and what was answered. */
  readonly tokenRequests: { readonly parameters: URLSearchParams; status: number }[];
  /** What the token endpoint does instead of answering; undefined for the real answer. */
  interfere: ((message: IncomingMessage) => Interference | undefined) | undefined;
  /** Interferes no more, and drops whom it has kept waiting. */
  hangUp(): void;
  /** Goes through login and consent as a person's browser would; the address it is sent back to. With `deny`, the person says no. */
  authorize(url: string, options?: { deny?: boolean }): Promise<URL>;
  /** Makes every refresh token void. */
  revokeAll(): Promise<void>;
  close(): Promise<void>;
}

export type Interference = { readonly status: number; readonly body: string; readonly type?: string } | "hang" | "drop";

export const REDIRECT_URI = "http://127.0.0.1:3000/api/oauth/callback";
export const CLIENT = { id: "weft", secret: "client-secret-0123456789abcdef0123456789" };
/** Seconds. */
const ACCESS_TOKEN_LIFETIME = 3_600;

export async function startAuthorizationServer(): Promise<AuthorizationServer> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const hanging: IncomingMessage[] = [];
  const provider = new Provider(url, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [REDIRECT_URI],
        grant_types: ["authorization_code", "refresh_token", "client_credentials"],
        token_endpoint_auth_method: "client_secret_post",
        application_type: "native",
      },
    ],
    features: { clientCredentials: { enabled: true }, revocation: { enabled: true }, devInteractions: { enabled: true } },
    pkce: { required: () => true },
    scopes: ["openid", "offline_access", "read", "write"],
    ttl: { AccessToken: ACCESS_TOKEN_LIFETIME, ClientCredentials: ACCESS_TOKEN_LIFETIME, AuthorizationCode: 60 },
    issueRefreshToken: async () => true,
    rotateRefreshToken: () => true,
    clientBasedCORS: () => false,
    findAccount: async (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    cookies: { keys: ["test"] },
  });
  const refreshTokens = new Set<string>();
  provider.on("refresh_token.saved", (token: { jti: string }) => refreshTokens.add(token.jti));
  const answer = provider.callback();
  const server: AuthorizationServer = {
    url,
    host: `127.0.0.1:${port}`,
    tokenRequests: [],
    interfere: undefined,
    hangUp() {
      server.interfere = undefined;
      for (const message of hanging.splice(0)) message.socket.destroy();
    },
    authorize: (start, options = {}) => browse(url, start, options),
    async revokeAll() {
      for (const id of refreshTokens) await (await provider.RefreshToken.find(id))?.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  http.on("request", (message, response) => {
    if (message.method !== "POST" || message.url !== "/token") return void answer(message, response);
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    const noted = { parameters: new URLSearchParams(), status: 0 };
    server.tokenRequests.push(noted);
    message.on("end", () => {
      for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString())) noted.parameters.append(name, value);
    });
    response.on("finish", () => (noted.status = response.statusCode));
    const instead = server.interfere?.(message);
    if (instead === undefined) return void answer(message, response);
    if (instead === "hang") return void hanging.push(message);
    if (instead === "drop") return void message.socket.destroy();
    response.writeHead(instead.status, { "content-type": instead.type ?? "application/json" }).end(instead.body);
  });
  return server;
}

/** A browser with cookies that fills in whatever form it is shown, until it is sent away from the server. */
async function browse(server: string, start: string, options: { deny?: boolean }): Promise<URL> {
  const cookies = new Map<string, string>();
  let [next, init]: [URL, RequestInit] = [new URL(start), {}];
  for (let hops = 0; hops < 20; hops++) {
    const headers = { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") };
    const response = await fetch(next, { ...init, headers: { ...headers, ...init.headers }, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    const page = await response.text();
    if (location !== null) {
      next = new URL(location, next);
      init = {};
      if (next.origin !== server) return next;
      continue;
    }
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined)
      throw new Error(`No form at ${next.href} (${response.status}): ${page.slice(0, 500)}`);
    if (options.deny) {
      next = new URL(`${/<a href="([^"]*\/abort)"/.exec(page)?.[1] ?? ""}`, next);
      continue;
    }
    next = new URL(action, next);
    const form = new URLSearchParams({ prompt, login: "jo", password: "any" });
    init = { method: "POST", body: form, headers: { "content-type": "application/x-www-form-urlencoded" } };
  }
  throw new Error("The browser was sent around in circles.");
}
