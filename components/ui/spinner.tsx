import { LoaderCircle } from "lucide-react";

/** Says that something takes long; not shown in the first 200 ms. */
export function Spinner({ label = "Loading" }: { readonly label?: string }) {
  return (
    <output className="inline-flex animate-late items-center gap-2 text-sm text-muted">
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
      {label}
    </output>
  );
}
