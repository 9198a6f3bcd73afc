import { codeText as text } from "../../text/code.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

/** In the place of an editor that could not be loaded: a connection that broke, a server that was updated. */
export function MonacoMissing({ error }: { readonly error: Error }) {
  return (
    <EmptyState title={text.notLoaded} actions={<Button onClick={() => location.reload()}>{text.reload}</Button>}>
      {error.message}
    </EmptyState>
  );
}
