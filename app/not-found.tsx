import { buttonStyle } from "../components/ui/button-style.ts";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { pageText } from "../components/text/pages.ts";

export default function NotFound() {
  return (
    <main className="grid min-h-full place-items-center">
      <EmptyState
        title={pageText.notFound.title}
        actions={
          // Not the framework's link: every page would bring it along, for the case that one is missing.
          // oxlint-disable-next-line next/no-html-link-for-pages
          <a href="/" className={buttonStyle({ look: "solid" })}>
            {pageText.notFound.home}
          </a>
        }
      >
        {pageText.notFound.text}
      </EmptyState>
    </main>
  );
}
