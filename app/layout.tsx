import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { themeScript } from "../components/ui/theme-script.ts";
import { Providers } from "../components/providers.tsx";
import { nonceOf } from "../components/nonce.ts";
import "./styles.css";

export const metadata: Metadata = {
  title: { default: "Weft", template: "%s · Weft" },
  description: "Workflows drawn as graphs, compiled to TypeScript, run durably.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f5f2" },
    { media: "(prefers-color-scheme: dark)", color: "#111216" },
  ],
};

export default async function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script nonce={await nonceOf()} suppressHydrationWarning>
          {themeScript}
        </script>
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
