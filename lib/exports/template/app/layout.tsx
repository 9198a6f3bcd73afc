import type { ReactNode } from "react";

export const metadata = { title: "Workflows" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ margin: "8vh auto", maxWidth: "44rem", padding: "0 1.25rem", fontFamily: "system-ui, sans-serif", lineHeight: 1.5 }}>
        {children}
      </body>
    </html>
  );
}
