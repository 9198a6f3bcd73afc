"use client";
import { pageText } from "../components/text/pages.ts";
import { buttonStyle } from "../components/ui/button-style.ts";
import { EmptyState } from "../components/ui/empty-state.tsx";

/** What a page that failed becomes; nothing that was saved is lost. */
export default function PageError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <main className="grid min-h-full place-items-center">
      <EmptyState
        title={pageText.error.title}
        actions={
          <button type="button" className={buttonStyle({ look: "solid" })} onClick={reset}>
            {pageText.error.again}
          </button>
        }
      >
        {pageText.error.text}
      </EmptyState>
    </main>
  );
}
