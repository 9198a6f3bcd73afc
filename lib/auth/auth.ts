/** Somebody who is signed in, and the browser they are signed in at. */
export interface Session {
  readonly user: SessionUser;
  readonly expiresAt: Date;
}

export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly image: string | null;
  readonly isAnonymous: boolean;
  readonly twoFactorEnabled: boolean;
}

/** What this server has been given to sign people in with. */
export interface AuthFeatures {
  readonly github: boolean;
  readonly google: boolean;
  /** Mails are sent, not printed to the log. */
  readonly mail: boolean;
}

/** Signing in and out. `headers` are a request's: the cookies, and the host that was asked. */
export interface Auth {
  readonly features: AuthFeatures;
  /** Answers whatever is under `/api/auth`. */
  handle(request: Request): Promise<Response>;
  findSession(headers: Headers): Promise<Session | null>;
  /** The same, and the session lasts longer from now on: `cookies` are to be set. */
  renewSession(headers: Headers): Promise<{ readonly session: Session; readonly cookies: readonly string[] } | null>;
  /** Signs a browser in as this person; a session that it had ends. Gives the cookies to set. */
  openSession(headers: Headers, userId: string): Promise<readonly string[]>;
  /** Makes a person without an account. */
  createAnonymous(headers: Headers): Promise<SessionUser>;
  /** Sees to it that somebody who has come in has a workspace; the server's default one, when that is nobody's yet and they `mayClaim` it. */
  settle(person: Pick<SessionUser, "id" | "name" | "isAnonymous">, options: { readonly mayClaim: boolean }): Promise<void>;
  sendInvitation(invitation: { email: string; workspace: string; by: string; url: string }): Promise<void>;
}
