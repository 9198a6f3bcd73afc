import { ADDRESS_HEADER } from "../../lib/auth/client-address.ts";
import { WORKSPACE_HEADER } from "../../lib/auth/identify.ts";

interface BrowserCall {
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose page calls; its own server's by default. */
  readonly origin?: string | null;
  /** The answer goes on: only its beginning is wanted. */
  readonly streams?: boolean;
}

interface BrowserAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests read answers they have just described.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

let browsers = 0;

/** What a browser does that matters here: keeps cookies, says where a call comes from, and calls from an address of its own. */
export class Browser {
  readonly url: string;
  readonly address: string;
  /** The workspace its page is about. */
  workspace: string | undefined;
  readonly cookies = new Map<string, string>();

  constructor(url: string, address = `198.51.100.${++browsers}`) {
    this.url = url;
    this.address = address;
  }

  async call(method: string, path: string, options: BrowserCall = {}): Promise<BrowserAnswer> {
    const headers = new Headers({ [ADDRESS_HEADER]: this.address, ...options.headers });
    if (this.cookies.size > 0) headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    if (this.workspace !== undefined && !headers.has(WORKSPACE_HEADER)) headers.set(WORKSPACE_HEADER, this.workspace);
    const origin = options.origin === undefined ? new URL(this.url).origin : options.origin;
    if (origin !== null && method !== "GET") headers.set("origin", origin);
    if (options.json !== undefined) headers.set("content-type", "application/json");
    const body = options.json === undefined ? null : JSON.stringify(options.json);
    const response = await fetch(`${this.url}${path}`, { method, headers, body, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    if (options.streams === true && response.ok) {
      await response.body?.cancel();
      return { status: response.status, headers: response.headers, text: "", json: undefined };
    }
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, headers: response.headers, text, json: isJson && text !== "" ? JSON.parse(text) : undefined };
  }

  /** Comes in without an account, as a first visit does; its page is then about its first workspace. */
  async enter(): Promise<this> {
    const answer = await this.call("GET", "/api/enter");
    if (answer.status !== 303) throw new Error(answer.text);
    return this.open();
  }

  /** Makes an account. */
  async signUp(email: string, name = email.split("@")[0] ?? ""): Promise<this> {
    const answer = await this.call("POST", "/api/auth/sign-up/email", { json: { email, name, password: PASSWORD } });
    if (answer.status !== 200) throw new Error(answer.text);
    return this.open();
  }

  async signIn(email: string, password = PASSWORD): Promise<BrowserAnswer> {
    return this.call("POST", "/api/auth/sign-in/email", { json: { email, password } });
  }

  /** Opens the person's first workspace. */
  async open(): Promise<this> {
    this.workspace = (await this.me()).workspaces[0]?.id as string | undefined;
    return this;
  }

  // oxlint-disable-next-line typescript/no-explicit-any
  async me(): Promise<any> {
    return (await this.call("GET", "/api/me")).json;
  }

  /** The cookie by which the server knows it. */
  get session(): string | undefined {
    return [...this.cookies].find(([name]) => name.endsWith(".session_token"))?.[1];
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}

export const PASSWORD = "mango-tractor-9-violin";
