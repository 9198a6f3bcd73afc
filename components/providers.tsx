"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { useState } from "react";
import { Toaster } from "sonner";
import { isApiError } from "./api/api-error.ts";
import { useTheme } from "./ui/theme.ts";

/** What every page stands on: server state, tooltips, messages. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(makeClient);
  const { isDark } = useTheme();
  return (
    <QueryClientProvider client={client}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        {children}
      </Tooltip.Provider>
      <Toaster theme={isDark ? "dark" : "light"} position="bottom-center" gap={8} closeButton style={{ fontFamily: "inherit" }} />
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
