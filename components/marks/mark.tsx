import { memo } from "react";
import { cn } from "../ui/cn.ts";
import { iconOf } from "./kind-icons.ts";
import { servicePaths } from "./marks.generated.ts";

/** Grounds of lettered marks, chosen by name so that a service keeps its own. */
const TINTS = [
  "bg-busy-soft text-busy",
  "bg-good-soft text-good",
  "bg-warn-soft text-warn",
  "bg-accent-soft text-accent",
  "bg-sunken text-muted",
];

/** The mark of a kind of node, as wide as its font is high unless `size` in pixels says otherwise: the service's own, an icon, or its first letter. */
export const Mark = memo(function Mark({
  kind,
  size = 16,
  className,
}: {
  readonly kind: string;
  readonly size?: number;
  readonly className?: string;
}) {
  const service = kind.split(".")[0] ?? kind;
  const path = Object.hasOwn(servicePaths, service) ? servicePaths[service] : undefined;
  if (path !== undefined) {
    return (
      <svg aria-hidden viewBox="0 0 24 24" width={size} height={size} fill="currentColor" className={cn("shrink-0", className)}>
        <path d={path} />
      </svg>
    );
  }
  const Icon = iconOf(kind);
  if (Icon) return <Icon aria-hidden width={size} height={size} strokeWidth={1.75} className={cn("shrink-0", className)} />;
  return (
    <span
      aria-hidden
      style={{ width: size, height: size, fontSize: Math.round(size * 0.62) }}
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-sm leading-none font-semibold uppercase",
        tintOf(service),
        className,
      )}
    >
      {service.charAt(0)}
    </span>
  );
});

function tintOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973;
  return TINTS[sum % TINTS.length] ?? "";
}
