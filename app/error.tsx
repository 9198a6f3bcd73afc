"use client";
import { pageText } from "../components/text/pages.ts";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";

/** What a page that failed becomes; nothing that was saved is lost. */
export default function PageError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <main className="grid min-h-full place-items-center">
      <EmptyState
        title={pageText.error.title}
        actions={
          <Button look="solid" onClick={reset}>
            {pageText.error.again}
          </Button>
        }
      >
        {pageText.error.text}
      </EmptyState>
    </main>
  );
}
