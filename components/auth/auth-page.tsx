import type { ReactNode } from "react";
import { Wordmark } from "../ui/wordmark.tsx";

/** A page for one question: signing in, a new password, an invitation. */
export function AuthPage({
  title,
  text,
  children,
  below,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
  readonly below?: ReactNode;
}) {
  return (
    <main className="flex min-h-full flex-col items-center px-4 py-12 sm:py-20">
      <Wordmark />
      <div className="mt-8 w-full max-w-sm rounded-xl border border-line bg-surface p-6 shadow-low">
        <h1 className="text-lg font-semibold">{title}</h1>
        {text === undefined ? null : <p className="mt-1 text-sm text-muted">{text}</p>}
        <div className="mt-5 flex flex-col gap-4">{children}</div>
      </div>
      {below === undefined ? null : <p className="mt-5 text-sm text-muted">{below}</p>}
    </main>
  );
}
