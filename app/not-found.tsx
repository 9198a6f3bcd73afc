import Link from "next/link";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { pageText } from "../components/text/pages.ts";

export default function NotFound() {
  return (
    <main className="grid min-h-full place-items-center">
      <EmptyState
        title={pageText.notFound.title}
        actions={
          <Button asChild look="solid">
            <Link href="/">{pageText.notFound.home}</Link>
          </Button>
        }
      >
        {pageText.notFound.text}
      </EmptyState>
    </main>
  );
}
