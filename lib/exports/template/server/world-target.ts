/**
 * The world that the environment asks for. Throws for any but these two: the routes of its queue would take anybody's messages, and what it
 * has queued itself could not be told from them.
 */
export function worldTarget(): "local" | "vercel" {
  const target = process.env.WORKFLOW_TARGET_WORLD || (process.env.VERCEL_DEPLOYMENT_ID ? "vercel" : "local");
  if (target === "local") return target;
  if (target === "vercel" || target === "@workflow/world-vercel") return "vercel";
  throw new Error(
    `WORKFLOW_TARGET_WORLD is ${target}, whose queue this project does not guard: take it out, or guard it in server/world.ts.`,
  );
}
