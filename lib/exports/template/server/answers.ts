/** Why a request is turned away. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}, details?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.details = details;
  }
}

/** Runs a handler; what it refuses becomes `{ error: { code, message } }` with its status. */
export async function answer(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const details = error.details === undefined ? {} : { details: error.details };
    return json({ error: { code: error.code, message: error.message, ...details } }, error.status, error.headers);
  }
}

/** JSON that no cache keeps. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", ...headers } });
}
