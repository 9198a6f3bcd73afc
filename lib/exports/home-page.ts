import { printString } from "../../codegen/emit/literal.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";
import { titleOf } from "./workflow-facts.ts";

/** The page at the project's root: which workflows there are, and how each is started. */
export function printHomePage(workflows: readonly ProjectWorkflow[]): string {
  const items = workflows.map(
    (workflow) => `  {
    title: ${printString(titleOf(workflow))},
    path: ${printString(`/api/triggers/${workflow.graph.name}`)},
  },
`,
  );
  return `const workflows = [
${items.join("")}];

export default function Home() {
  return (
    <main>
      <h1>Workflows</h1>
      <ul>
        {workflows.map(({ title, path }) => (
          <li key={path}>
            {title}: <code>POST {path}</code>
          </li>
        ))}
      </ul>
    </main>
  );
}
`;
}
