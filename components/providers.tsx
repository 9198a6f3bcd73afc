"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { useState } from "react";
import { isApiError } from "./api/api-error.ts";
import { useIdle } from "./ui/when-idle.ts";

// Nobody rests on a control or is told anything before the page is there.
const TooltipLayer = dynamic(async () => (await import("./ui/tooltip-layer.tsx")).TooltipLayer, { ssr: false });
const Toaster = dynamic(async () => (await import("./ui/toaster.tsx")).Toaster, { ssr: false });

/** What every page stands on: server state, tooltips, messages. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(makeClient);
  const isIdle = useIdle();
  return (
    <QueryClientProvider client={client}>
      {children}
      {isIdle ? (
        <>
          <TooltipLayer />
          <Toaster />
        </>
      ) : null}
    </QueryClientProvider>
  );
}

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What the server refuses, it refuses again.
        retry: (count, error) => count < 2 && !(isApiError(error) && error.status < 500),
      },
    },
  });
}
