import type { ReactNode } from "react";

/** What stands where nothing is yet: what would be here, and how to get it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center [&>svg]:size-6 [&>svg]:text-faint">
      {icon}
      <h2 className="text-base font-semibold">{title}</h2>
      <div className="text-sm text-muted">{children}</div>
      {actions === undefined ? null : <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
