import { getWorld } from "workflow/runtime";

/** The tokens of all that a run waits for. */
export async function listTokens(runId: string): Promise<string[]> {
  const tokens: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await getWorld().hooks.list({ runId, pagination: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } });
    tokens.push(...page.data.map(({ token }) => token));
    if (!page.hasMore || page.cursor === null) return tokens;
    cursor = page.cursor;
  }
}
