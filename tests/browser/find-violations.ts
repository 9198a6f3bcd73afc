import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds against WCAG 2.2 AA on a page: rule, place and why, one line each. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, "utf8"));
  const result = await page.evaluate<AxeResult>(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] })',
  );
  return result.violations.flatMap(({ id, nodes }) =>
    nodes
      // A rule that axe itself calls experimental: of a node's card it reads the letters of what is cut off, too.
      .filter(({ html }) => id !== "label-content-name-mismatch" || !html.includes("react-flow__node"))
      .map(({ html, failureSummary = "" }) => `${id}: ${failureSummary.split("\n").at(-1)?.trim() ?? ""} ${html.slice(0, 200)}`),
  );
}
