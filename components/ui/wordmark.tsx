/** The product's name with its mark: threads that cross. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-semibold tracking-tight">
      <svg
        aria-hidden
        viewBox="0 0 24 24"
        className="size-6 text-accent"
        fill="none"
        stroke="currentColor"
        strokeWidth={2.25}
        strokeLinecap="round"
      >
        <path d="M3 7c5 0 5 10 9 10s4-10 9-10" />
        <path d="M3 17c5 0 5-10 9-10s4 10 9 10" opacity={0.45} />
      </svg>
      Weft
    </span>
  );
}
