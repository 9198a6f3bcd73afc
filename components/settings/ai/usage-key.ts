/** Where a workspace's use of models is kept among what was fetched, whatever the time it is of. */
export const usageKey = (workspace: string) => ["ai-usage", workspace] as const;
