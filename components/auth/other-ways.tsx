"use client";
import type { ReactNode } from "react";
import { authText as text } from "../text/auth.ts";
import { Button } from "../ui/button.tsx";
import { auth } from "./auth-client.ts";

/** The providers that this server has been given clients for. */
export interface SignInWays {
  readonly github: boolean;
  readonly google: boolean;
}

/** Ways to sign in other than a password. */
export function OtherWays({ ways, next, children }: { readonly ways: SignInWays; readonly next: string; readonly children?: ReactNode }) {
  if (!ways.github && !ways.google && children === undefined) return null;
  const begin = (provider: "github" | "google"): void =>
    void auth.signIn.social({ provider, callbackURL: next, errorCallbackURL: "/sign-in" });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-3 text-xs text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {text.or}
      </div>
      {ways.github ? (
        <Button size="lg" onClick={() => begin("github")}>
          {text.github}
        </Button>
      ) : null}
      {ways.google ? (
        <Button size="lg" onClick={() => begin("google")}>
          {text.google}
        </Button>
      ) : null}
      {children}
    </div>
  );
}
