/** Takes an answer made by `respond(…)` apart; anything else is the body of a 200, also data that only looks like one. */
export function splitResponse(result: unknown): { status: number; headers: Record<string, string>; body: unknown } {
  if (isRecord(result) && "body" in result && isRecord(result["$response"])) {
    const { status, headers } = result["$response"];
    if (isStatus(status) && isRecord(headers)) return { status, headers: textsOf(headers), body: result["body"] };
  }
  return { status: 200, headers: {}, body: result };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599;
}

function textsOf(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
