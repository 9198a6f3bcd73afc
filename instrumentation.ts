/** Next calls this once when a server starts. The edge runtime, which we do not use, gets nothing. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { bootForNext } = await import("./lib/boot-for-next.ts");
    await bootForNext();
  }
}
