import type { RunOverview } from "../lib/workflows/show-overview.ts";

/** The latest runs, newest first. */
export function RunTable({ runs }: { readonly runs: readonly RunOverview[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">Workflow</th>
          <th scope="col">Status</th>
          <th scope="col">Started</th>
          <th scope="col">Took</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <td>
              <code>{run.id}</code>
            </td>
            <td>{run.workflow}</td>
            <td>
              <span className="status" data-status={run.status}>
                {run.status}
              </span>
            </td>
            <td>
              <time dateTime={run.createdAt}>{run.createdAt.replace("T", " ").replace(/\.\d+Z$/, " UTC")}</time>
            </td>
            <td>{run.took}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
