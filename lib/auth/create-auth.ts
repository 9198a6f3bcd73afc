import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { anonymous, twoFactor } from "better-auth/plugins";
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database } from "../db/index.ts";
import { isAppError } from "../errors.ts";
import type { Auth, Session } from "./auth.ts";
import { readAuthSecret } from "./auth-secret.ts";
import { LONGEST_PASSWORD, passwordProblem, SHORTEST_PASSWORD } from "./check-password.ts";
import { addressHeader } from "./client-address.ts";
import { hashPassword, verifyPassword } from "./hash-password.ts";
import { invitationMail, resetMail, verificationMail } from "./mails.ts";
import { requireOwnPage } from "./own-origin.ts";
import { createMailer } from "./send-mail.ts";
import { countSignIn, forgetSignIns } from "./sign-in-lock.ts";
import { authTables } from "./store.ts";

export interface AuthOptions {
  /** One that sees the tables of people. */
  readonly database: Database;
  /** Called when an anonymous person has become, or turned out to be, another one: what they have is to be kept. */
  readonly onLinked: (anonymousId: string, userId: string) => Promise<void>;
  readonly settle: Auth["settle"];
}

const DAY_S = 86_400;
type Environment = Readonly<Record<string, string | undefined>>;

/** Better Auth on our tables, with our passwords, mails and locks. */
export async function createAuth(options: AuthOptions, environment: Environment = process.env): Promise<Auth> {
  const mailer = createMailer(environment);
  const secret = await readAuthSecret(environment);
  const github = oauthClient(environment, "GITHUB");
  const google = oauthClient(environment, "GOOGLE");
  const auth = betterAuth({
    appName: "Weft",
    ...addresses(environment),
    secret,
    database: authTables(options.database),
    telemetry: { enabled: false },
    // Of what it says, what is our mistake; that somebody's password was wrong is none.
    logger: {
      level: "info",
      log: (level, message, ...rest) => level === "error" && console.error("[weft]", message, ...rest.map(withoutValues)),
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => mailer.send(resetMail(user, url)),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: false,
      sendVerificationEmail: async ({ user, url }) => mailer.send(verificationMail(user, url)),
    },
    socialProviders: { ...(github ? { github } : {}), ...(google ? { google } : {}) },
    session: { expiresIn: 30 * DAY_S, updateAge: DAY_S },
    verification: { storeIdentifier: "hashed" },
    account: { encryptOAuthTokens: true, accountLinking: { enabled: true } },
    // People without an account come in by `GET /api/enter` alone, which knows where that is allowed.
    disabledPaths: ["/sign-in/anonymous", "/delete-anonymous-user"],
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: { "/sign-in/*": { window: 60, max: 30 }, "/sign-up/*": { window: 60, max: 20 }, "/get-session": false },
    },
    advanced: {
      // Cookies know no ports: two Wefts on one machine must not sign each other out.
      cookiePrefix: `weft-${createHash("sha256").update(`cookies ${secret}`).digest("hex").slice(0, 8)}`,
      ipAddress: { ipAddressHeaders: [addressHeader()] },
      database: { validateSchema: false },
      // Left unsaid, an environment that looks like a test's would have neither.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    hooks: { before: beforePasswords(options.database) },
    plugins: [
      anonymous({
        disableDeleteAnonymousUser: false,
        onLinkAccount: async ({ anonymousUser, newUser }) => {
          if (anonymousUser.user.id !== newUser.user.id) await options.onLinked(anonymousUser.user.id, newUser.user.id);
        },
      }),
      ownEndpoints(options),
      twoFactor({ issuer: "Weft" }),
      passkey({ rpName: "Weft" }),
    ],
  });

  const present = (found: Awaited<ReturnType<typeof auth.api.getSession>>): Session | null => {
    if (!found) return null;
    const { id, name, email, emailVerified, image, isAnonymous, twoFactorEnabled } = found.user;
    return {
      user: {
        id,
        name,
        email,
        emailVerified,
        image: image ?? null,
        isAnonymous: isAnonymous === true,
        twoFactorEnabled: twoFactorEnabled === true,
      },
      expiresAt: found.session.expiresAt,
    };
  };
  return {
    features: { github: github !== undefined, google: google !== undefined, mail: mailer.sends },
    async handle(request) {
      requireOwnPage(request);
      return auth.handler(request);
    },
    findSession: async (headers) => present(await auth.api.getSession({ headers, query: { disableRefresh: true } })),
    async renewSession(headers) {
      const found = await auth.api.getSession({ headers, returnHeaders: true });
      const session = present(found.response);
      return session && { session, cookies: found.headers.getSetCookie() };
    },
    async openSession(headers, userId) {
      const opened = await auth.api.openSession({ headers, body: { userId }, returnHeaders: true });
      return opened.headers.getSetCookie();
    },
    async createAnonymous(headers) {
      const user = await auth.api.createAnonymous({ headers });
      return { ...user, image: null, emailVerified: false, isAnonymous: true, twoFactorEnabled: false };
    },
    settle: options.settle,
    sendInvitation: async (invitation) => mailer.send(invitationMail(invitation)),
  };
}

/** Under `WEFT_URL`; without it under the loopback name that was asked. `requireOwnPage` has refused every other one. */
function addresses(environment: Environment) {
  const url = environment["WEFT_URL"];
  const loopback = { allowedHosts: ["localhost", "localhost:*", "127.*", "[::1]", "[::1]:*"], protocol: "http" as const };
  if (url === undefined || url === "" || /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(url)) {
    return { baseURL: { ...loopback, fallback: "http://127.0.0.1" } };
  }
  return { baseURL: new URL(url).origin, trustedOrigins: [new URL(url).origin] };
}

function oauthClient(environment: Environment, provider: "GITHUB" | "GOOGLE") {
  const clientId = environment[`WEFT_AUTH_${provider}_CLIENT_ID`];
  const clientSecret = environment[`WEFT_AUTH_${provider}_CLIENT_SECRET`];
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

/** Endpoints that choose or try a password: what is tried is counted, what is chosen must be good, and who changes theirs is signed out elsewhere. */
function beforePasswords(database: Database) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path === "/sign-in/email") {
      const { email } = signInBody.parse(ctx.body);
      await countSignIn(database, email, addressOf(ctx.headers)).catch(asApiError);
      return;
    }
    const body = passwordBody.safeParse(ctx.body).data ?? passwordBody.parse({});
    if (ctx.path === "/sign-up/email") return requireGood(body.password, body);
    if (ctx.path === "/reset-password") return requireGood(body.newPassword, {});
    if (ctx.path === "/change-password") {
      const session = await getSessionFromCtx(ctx, { disableRefresh: true });
      requireGood(body.newPassword, session?.user ?? {});
      return { context: { body: { ...ctx.body, revokeOtherSessions: true } } };
    }
  });
}

const signInBody = z.object({ email: z.string().catch("") }).catch({ email: "" });
const passwordBody = z.object({
  password: z.string().optional(),
  newPassword: z.string().optional(),
  email: z.string().default(""),
  name: z.string().default(""),
});

function requireGood(password: string | undefined, person: { readonly email?: string; readonly name?: string }): void {
  const problem = password === undefined ? undefined : passwordProblem(password, person);
  if (problem !== undefined) throw new APIError("BAD_REQUEST", { code: "PASSWORD_TOO_WEAK", message: problem });
}

/** Better Auth answers what is not its own error with a bare 500. */
function asApiError(error: unknown): never {
  if (!isAppError(error)) throw error;
  const retryAfter = z.object({ retryAfter: z.number() }).safeParse(error.details).data?.retryAfter;
  throw new APIError(
    error.code === "rate_limited" ? "TOO_MANY_REQUESTS" : "FORBIDDEN",
    { code: error.code.toUpperCase(), message: error.message },
    retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) },
  );
}

function addressOf(headers: Headers | undefined): string {
  return headers?.get(addressHeader()) ?? "unknown";
}

/** What our own routes ask of Better Auth and no request can reach; and what follows a sign-in. */
function ownEndpoints({ database, settle }: AuthOptions) {
  return {
    id: "weft",
    endpoints: {
      openSession: createAuthEndpoint.serverOnly({ method: "POST", body: z.object({ userId: z.string() }) }, async (ctx) => {
        const before = await getSessionFromCtx(ctx, { disableRefresh: true });
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new APIError("NOT_FOUND", { message: "Nobody has that id." });
        const session = await ctx.context.internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        if (before) await ctx.context.internalAdapter.deleteSession(before.session.token);
        return { opened: true };
      }),
      createAnonymous: createAuthEndpoint.serverOnly({ method: "POST" }, async (ctx) => {
        const user = await ctx.context.internalAdapter.createUser(
          {
            name: "Anonymous",
            // Reserved: no mail ever goes there.
            email: `${randomBytes(16).toString("hex")}@anonymous.invalid`,
            emailVerified: false,
            isAnonymous: true,
          },
          { method: "anonymous" },
        );
        return { id: user.id, name: user.name, email: user.email };
      }),
    },
    hooks: {
      after: [
        {
          matcher: (ctx: { path?: string | undefined }) =>
            /^\/(?:sign-(?:in|up)|callback|passkey\/verify|verify-email)/.test(ctx.path ?? ""),
          handler: createAuthMiddleware(async (ctx) => {
            const user = ctx.context.newSession?.user;
            if (!user) return;
            if (ctx.path === "/sign-in/email") await forgetSignIns(database, user.email, addressOf(ctx.headers));
            // Whoever has an account may be the server's first; of those without one, `/api/enter` knows where they sit.
            const isAnonymous = user["isAnonymous"] === true;
            await settle({ id: user.id, name: user.name, isAnonymous }, { mayClaim: !isAnonymous });
          }),
        },
      ],
    },
  };
}

/** Errors of the database carry a statement's values. */
function withoutValues(part: unknown): unknown {
  return part instanceof Error ? (part.cause instanceof Error ? part.cause.message : part.message.split("\n")[0]) : part;
}
