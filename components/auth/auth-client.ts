import { passkeyClient } from "@better-auth/passkey/client";
import { twoFactorClient } from "better-auth/client/plugins";
import { createAuthClient } from "better-auth/react";

/** Better Auth as pages call it: signing in and up, passkeys, two factors, sessions. */
export const auth = createAuthClient({ plugins: [twoFactorClient(), passkeyClient()] });
