import { headers } from "next/headers";
import { isOwnMachine } from "../lib/api/is-own-machine.ts";
import { runningServer } from "../lib/running-server.ts";
import { showOverview } from "../lib/workflows/show-overview.ts";
import { RunTable } from "./run-table.tsx";
import { WorkflowCard } from "./workflow-card.tsx";

/** Not pages of ours: fetched as they are. */
const API_DESCRIPTION = "/api/openapi.json";
const HEALTH = "/api/health";

export const dynamic = "force-dynamic";

/** What is published and what ran lately, for the person at this machine; no payloads, and no list for anyone else until there is a login. */
export default async function Page() {
  const host = (await headers()).get("host") ?? "";
  if (!isOwnMachine(host, process.env["HOST"])) return <Elsewhere />;
  const { workflows, runs } = await showOverview(runningServer(), `http://${host}`);
  return (
    <main>
      <Header />
      <section aria-labelledby="workflows">
        <h2 id="workflows">Published workflows</h2>
        {workflows.length === 0 ? (
          <p className="empty">
            Nothing is published yet. Try <code>weft publish graph.json</code>.
          </p>
        ) : (
          workflows.map((workflow) => <WorkflowCard key={workflow.name} workflow={workflow} />)
        )}
      </section>
      <section aria-labelledby="runs">
        <h2 id="runs">Latest runs</h2>
        {runs.length === 0 ? <p className="empty">No run yet. Paste one of the lines above into a terminal.</p> : <RunTable runs={runs} />}
      </section>
      <footer>
        <a href={API_DESCRIPTION}>API description</a>
        <a href={HEALTH}>Health</a>
      </footer>
    </main>
  );
}

function Elsewhere() {
  return (
    <main>
      <Header />
      <p>
        This server answers its API here; its workflows and runs are listed on its own machine only. See the{" "}
        <a href={API_DESCRIPTION}>API description</a>.
      </p>
    </main>
  );
}

function Header() {
  return (
    <header>
      <h1>Weft</h1>
      <p>Graphs that compile to TypeScript and run until they are done.</p>
    </header>
  );
}
