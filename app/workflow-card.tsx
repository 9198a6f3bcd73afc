import type { WorkflowOverview } from "../lib/workflows/show-overview.ts";

/** One published workflow: what it is called, what starts it, and the line that starts it by hand. */
export function WorkflowCard({ workflow }: { readonly workflow: WorkflowOverview }) {
  const { name, title, description, trigger, version, curl } = workflow;
  return (
    <article>
      <h3>{title || name}</h3>
      <p className="facts">
        <code>{name}</code>
        <span>{trigger}</span>
        <span>version {version}</span>
      </p>
      {description ? <p>{description}</p> : null}
      <pre>
        <code>{curl}</code>
      </pre>
    </article>
  );
}
