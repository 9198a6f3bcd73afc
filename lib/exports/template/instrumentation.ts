/** Next calls this once when a server starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ prepareSecrets }, { openWorld }] = await Promise.all([import("./server/secrets.ts"), import("./server/world.ts")]);
  prepareSecrets();
  await openWorld();
}
